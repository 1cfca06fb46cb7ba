import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buildKustomization } from '@fleetcommander/demo-fleet';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../claims/readManifests';

const kustomize = process.env.KUSTOMIZE;

/** What kustomize makes of a folder: the binary that KUSTOMIZE names, else what the demo has in its place. */
export async function buildOverlay(
  files: Readonly<Record<string, string>>,
  folder: string,
): Promise<Manifest[]> {
  return kustomize
    ? runKustomize(kustomize, files, folder)
    : (buildKustomization(files, folder) as unknown as Manifest[]);
}

async function runKustomize(
  binary: string,
  files: Readonly<Record<string, string>>,
  folder: string,
): Promise<Manifest[]> {
  const root = await mkdtemp(join(tmpdir(), 'fleet-overlay-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const { stdout } = await promisify(execFile)(binary, [
      'build',
      join(root, folder),
    ]);
    return parseAllDocuments(stdout).map(document => document.toJS());
  } finally {
    await rm(root, { recursive: true });
  }
}
