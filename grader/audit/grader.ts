import type { Workbench } from '../grading/workbench.ts';
import type { Sandbox } from '../sandbox/index.ts';

/** What an audit grades with. */
export interface Grader {
  sandbox: Sandbox;
  workbench: Workbench;
}
