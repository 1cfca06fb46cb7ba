import type { GitHost } from '../../githost/GitHost';
import { FleetRepository } from './FleetRepository';

/** The main branch of a repository on the demo's Git host. */
export async function openRepository(
  host: GitHost,
  name: string,
): Promise<FleetRepository> {
  const listeners: (() => void)[] = [];
  let head = await host.headOf(name, 'main');
  if (!head) {
    throw new Error(`${name} has no main branch`);
  }
  host.onPush(push => {
    if (push.repository === name && push.ref === 'refs/heads/main') {
      head = push.after;
      listeners.forEach(listener => listener());
    }
  });
  return {
    url: `${host.url}/${name}.git`,
    get head() {
      return head!;
    },
    readFiles: (revision, folder) => host.readFiles(name, revision, folder),
    onChange: listener => void listeners.push(listener),
  };
}
