// Prints the results of bench/conformance.sh: scenarios and checks that pass in each run, then each check that does not.
import { readdirSync, readFileSync } from 'node:fs';

const folder = process.argv[2];
const bad = new Set(['FAILURE', 'WARNING']);
const rest = [];
console.log('run'.padEnd(16) + 'scenarios without failure'.padEnd(28) + 'checks passed');
for (const run of readdirSync(folder).sort()) {
  const scenarios = readdirSync(`${folder}/${run}`).sort().map((name) => ({
    name: name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, ''),
    checks: JSON.parse(readFileSync(`${folder}/${run}/${name}/checks.json`, 'utf8')),
  }));
  const clean = scenarios.filter(({ checks }) => !checks.some(({ status }) => bad.has(status))).length;
  const checks = scenarios.flatMap((scenario) => scenario.checks).filter(({ status }) => status !== 'INFO');
  const passed = checks.filter(({ status }) => status === 'SUCCESS').length;
  console.log(run.padEnd(16) + `${clean} of ${scenarios.length}`.padEnd(28) + `${passed} of ${checks.length}`);
  for (const { name, checks } of scenarios)
    for (const { id, status, errorMessage } of checks)
      if (status !== 'SUCCESS' && status !== 'INFO') rest.push(`${run}  ${name}  ${id}  ${status}  ${(errorMessage ?? '').slice(0, 120)}`);
}
console.log('\nNot passed:\n' + rest.join('\n'));
