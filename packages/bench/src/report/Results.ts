import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { packagePath } from '../paths';
import type { Bench, Row } from '../Bench';

const file = packagePath('results.json');

/** What a bench found last. */
export interface Result {
  ranAt: string;
  machine: string;
  rows: Row[];
}

/** The last results of every bench, kept in results.json so that one bench can run alone. */
export class Results {
  static async read(): Promise<Results> {
    const text = await readFile(file, 'utf8').catch(error => {
      if (error.code === 'ENOENT') {
        return '{}';
      }
      throw error;
    });
    return new Results(new Map(Object.entries(JSON.parse(text))));
  }

  private constructor(private readonly results: Map<string, Result>) {}

  get({ name }: Bench): Result | undefined {
    return this.results.get(name);
  }

  /** Takes the place of what the bench found before on the same databases. */
  put(bench: Bench, rows: Row[]): void {
    const measured = new Set(rows.map(({ database }) => database));
    const kept = (this.get(bench)?.rows ?? []).filter(
      ({ database }) => !measured.has(database),
    );
    this.results.set(bench.name, {
      ranAt: new Date().toISOString(),
      machine: machine(),
      rows: [...kept, ...rows],
    });
  }

  async save(): Promise<void> {
    const content = Object.fromEntries(this.results);
    await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
  }
}

function machine(): string {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model.trim()}, ${memory} GiB, Node ${
    process.version
  }, load ${loadavg()[0].toFixed(1)} at the end`;
}
