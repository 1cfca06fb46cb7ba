import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { InputError } from '@backstage/errors';
import type { Credential } from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import type { KubeconfigExec } from '../sources/kubeconfigSchema';

const run = promisify(execFile);

const answerSchema = z.object({
  status: z.object({
    token: z.string().optional(),
    clientCertificateData: z.string().optional(),
    clientKeyData: z.string().optional(),
    expirationTimestamp: z.iso.datetime({ offset: true }).optional(),
  }),
});

/** Runs the program that a kubeconfig names to get a credential, as kubectl does. */
export async function runCredentialPlugin(options: {
  exec: KubeconfigExec;
  /** Of the kubeconfig: a command with a slash in it is relative to it. */
  directory: string;
  /** Told to the program where it asks for it. */
  cluster: Record<string, unknown>;
  signal: AbortSignal;
}): Promise<Credential> {
  const { exec, directory, cluster, signal } = options;
  if (exec.interactiveMode === 'Always') {
    throw new InputError(
      `${exec.command} wants to ask a person; configure one that runs by itself`,
    );
  }
  const request = {
    apiVersion: exec.apiVersion,
    kind: 'ExecCredential',
    spec: {
      interactive: false,
      ...(exec.provideClusterInfo && { cluster }),
    },
  };
  const command = exec.command.includes('/')
    ? resolve(directory, exec.command)
    : exec.command;
  const { stdout } = await run(command, exec.args ?? [], {
    env: {
      ...process.env,
      KUBERNETES_EXEC_INFO: JSON.stringify(request),
      ...Object.fromEntries(exec.env?.map(e => [e.name, e.value]) ?? []),
    },
    maxBuffer: 1024 * 1024,
    signal,
  }).catch(error => {
    throw new InputError(failureOf(error, exec));
  });
  return toCredential(stdout, exec.command);
}

function failureOf(
  error: { code?: unknown; stderr?: string; name?: string },
  exec: KubeconfigExec,
): string {
  if (error.code === 'ENOENT') {
    const hint = exec.installHint ? `: ${exec.installHint.trim()}` : '';
    return `${exec.command} is not installed where the backend runs${hint}`;
  }
  if (error.name === 'AbortError') {
    return `${exec.command} took too long`;
  }
  const lastWords = error.stderr?.trim().split('\n').pop();
  return `${exec.command} failed (${error.code})${
    lastWords ? `: ${lastWords}` : ''
  }`;
}

function toCredential(stdout: string, command: string): Credential {
  let answer: z.output<typeof answerSchema>;
  try {
    answer = answerSchema.parse(JSON.parse(stdout));
  } catch {
    // What it printed may hold a token.
    throw new InputError(`${command} did not print an ExecCredential`);
  }
  const { token, clientCertificateData, clientKeyData, expirationTimestamp } =
    answer.status;
  return {
    token,
    certificate:
      clientCertificateData && clientKeyData
        ? { cert: clientCertificateData, key: clientKeyData }
        : undefined,
    expiresAt: expirationTimestamp ? new Date(expirationTimestamp) : undefined,
  };
}
