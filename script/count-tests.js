// Prints `passed failed` of a report that Jest or Playwright wrote as JSON. No report, or an empty one, is a failure.
const { readFileSync } = require('node:fs');

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

const report = read(process.argv[2]);
const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
const passed = (report.numPassedTests ?? 0) + expected + flaky;
const broken =
  (report.numRuntimeErrorTestSuites ?? 0) + (report.errors?.length ?? 0);
const failed = (report.numFailedTests ?? 0) + unexpected + broken;
console.log(`${passed} ${passed + failed === 0 ? 1 : failed}`);
