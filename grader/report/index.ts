export { classHtml } from './class-html.ts';
export { classTable } from './class-table.ts';
export { gradebookCsv } from './gradebook.ts';
export { cardHtml } from './html.ts';
export { reportDigest, reportJson } from './json.ts';
export { terminalReport } from './terminal.ts';
