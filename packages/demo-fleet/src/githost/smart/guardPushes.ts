import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const hook = `#!/bin/sh
# Protected branches take no pushes. PROTECTED_REFS has a line for each: its ref, a tab, and why it is refused.
printf '%s\\n' "$PROTECTED_REFS" | while IFS='	' read -r ref reason; do
  if [ "$ref" = "$1" ]; then
    echo "error: GH006: Protected branch update failed for $1." >&2
    echo "error: $reason" >&2
    exit 1
  fi
done
`;

/** Has git ask before each ref that a push moves. */
export async function guardPushes(folder: string): Promise<void> {
  const hooks = join(folder, 'hooks');
  await mkdir(hooks, { recursive: true });
  await writeFile(join(hooks, 'update'), hook, { mode: 0o755 });
}
