import { mkdir, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DemoFleet } from './DemoFleet';

/** Writes the kubeconfigs of a fleet into a folder, and again whenever a cluster joins or leaves; answers which one portals read. */
export async function writeKubeconfigs(
  fleet: DemoFleet,
  folder: string,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const kubeconfig = resolve(folder, 'kubeconfig');
  const writeAll = async () => {
    await writePrivately(kubeconfig, fleet.kubeconfig());
    await writePrivately(
      resolve(folder, 'admin.kubeconfig'),
      fleet.kubeconfig('admin'),
    );
  };
  await writeAll();
  let last = Promise.resolve();
  fleet.onChange(() => {
    last = last.then(writeAll).catch(error => {
      process.stderr.write(
        `demo-fleet: cannot write ${kubeconfig}: ${error}\n`,
      );
    });
  });
  return kubeconfig;
}

/** The tokens within are for the owner's eyes, and whoever reads meanwhile finds the whole file. */
async function writePrivately(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
