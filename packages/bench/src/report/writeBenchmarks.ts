import { readFile, writeFile } from 'node:fs/promises';
import { packagePath } from '../paths';
import prettier from 'prettier';
import type { Bench } from '../Bench';
import { renderTable } from './renderTable';
import type { Results } from './Results';

const file = packagePath('../../docs/benchmarks.md');
/** What people have to say of the table. */
const remarks = packagePath('remarks.md');

const introduction = `# Benchmarks

\`./script/yarn bench\` measures all of this again and writes this page; \`--help\` tells how to run a part. Both sides of every ratio are
measured in the same run on the same machine, so ratios carry over to other machines, and times do not. The clusters are those of
\`packages/demo-fleet\`: real HTTP, real bodies, real write rates, no real API server behind it. They run in a process of their own,
on the same machine.`;

/** Writes docs/benchmarks.md. */
export async function writeBenchmarks(
  benches: readonly Bench[],
  results: Results,
): Promise<void> {
  const sections = benches.map(bench => {
    const result = results.get(bench);
    const when = result
      ? `Measured ${result.ranAt.slice(0, 10)} on ${result.machine}.`
      : 'Not measured yet.';
    return `## ${bench.title}\n\n${bench.method}\n\n${when}`;
  });
  const page = [
    introduction,
    renderTable(benches, results),
    await readFile(remarks, 'utf8'),
    ...sections,
  ].join('\n\n');
  const options = await prettier.resolveConfig(file);
  await writeFile(file, prettier.format(page, { ...options, filepath: file }));
}
