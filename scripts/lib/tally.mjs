/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce((all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/**
 * Counts Vitest's JSON report. A test that was skipped or left to do counts as failed: nothing is passed over in silence.
 * So does a file that could not be loaded, and a report without a single test.
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} report
 * A note says what failed and how it begins to say why.
 * @returns {Tally & { notes: string[] }}
 */
export function tallyOfVitest(report) {
  let passed = 0;
  const notes = [];
  for (const { name, status, assertionResults } of report.testResults) {
    if (assertionResults.length === 0 && status !== 'passed') notes.push(`${name}: could not be loaded`);
    for (const { status: result, fullName, failureMessages = [] } of assertionResults) {
      if (result === 'passed') passed += 1;
      else
        notes.push([`${result}: ${fullName}`, ...failureMessages.map((message) => message.slice(0, 600))].join('\n'));
    }
  }
  if (passed === 0 && notes.length === 0) notes.push('there was not a single test');
  return { passed, failed: notes.length, notes };
}
