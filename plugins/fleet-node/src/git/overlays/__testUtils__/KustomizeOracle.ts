import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { JsonValue } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import type { OverlayFiles } from '../Overlay';
import { leavesOf, type Leaves } from './leavesOf';

const run = promisify(execFile);

/** What the real kustomize makes of files. */
export class KustomizeOracle {
  constructor(private readonly binary: string) {}

  /** What it builds of a folder, value by value. Undefined: it builds nothing of it. */
  async build(
    files: OverlayFiles,
    folder: string,
  ): Promise<Leaves | undefined> {
    const root = await mkdtemp(join(tmpdir(), 'overlay-'));
    try {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      }
      const { stdout } = await run(
        this.binary,
        ['build', '--load-restrictor', 'LoadRestrictionsNone', folder],
        { cwd: root, maxBuffer: 64 * 1024 * 1024, timeout: 60_000 },
      ).catch(() => ({ stdout: undefined }));
      return stdout === undefined
        ? undefined
        : leavesOf(
            parseAllDocuments(stdout).map(
              document => document.toJS() as JsonValue,
            ),
          );
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
}
