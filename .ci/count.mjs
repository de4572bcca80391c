/** Adds up what vitest wrote into its JSON files: prints `N passed, N failed`, exits with 1 unless some passed and none failed. */
import { existsSync, readFileSync } from 'node:fs';

const results = process.argv
  .slice(2)
  .filter(existsSync)
  .map((file) => JSON.parse(readFileSync(file, 'utf8')));
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
const suitesThatDidNotLoad = results
  .flatMap((result) => result.testResults)
  .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
const passed = total('numPassedTests');
const failed = total('numFailedTests') + suitesThatDidNotLoad.length;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
