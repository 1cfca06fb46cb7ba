import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { callerOf } from '../caller/callerOf';
import { readManifests, type Manifest } from '../claims/readManifests';
import { findCluster } from '../clusters/findCluster';
import { checkExpiry } from '../exceptions/checkExpiry';
import { excludeNamespace } from '../exceptions/excludeNamespace';
import { extendException } from '../exceptions/extendException';
import type { FleetActionServices } from '../FleetActionServices';
import { addResource } from '../kustomization/addResource';
import { findKustomization } from '../kustomization/Kustomization';
import { removeResource } from '../kustomization/removeResource';
import { checkRepositoryPath } from '../repository/checkRepositoryPath';
import { fillPattern } from '../repository/fillPattern';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { examples } from './createPolicyExceptionAction.examples';

const labelPattern = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Asks for an exception from a policy, for longer, or gives it back. */
export function createPolicyExceptionAction(services: FleetActionServices) {
  const { repositories } = services;
  return createTemplateAction({
    id: 'fleet:policy-exception',
    description:
      'Has an exception from a policy for a while: a PolicyException of Kyverno in a file of its own, or a namespace that a constraint of Gatekeeper leaves alone. Who asked for it, why and until when are required. Leaves what is to change in the workspace, for fleet:pull-request.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        change: z => z.enum(['request', 'extend', 'retire']),
        cluster: z => z.string().min(1).max(253),
        name: z =>
          z
            .string()
            .regex(labelPattern)
            .optional()
            .describe('Of the PolicyException.'),
        from: z =>
          z
            .string()
            .optional()
            .describe('A file of the workspace with the one to request.'),
        constraint: z =>
          z
            .string()
            .optional()
            .describe(
              'Of Gatekeeper instead: the file of the repository with the constraint.',
            ),
        namespace: z =>
          z
            .string()
            .regex(labelPattern)
            .optional()
            .describe('That the constraint is to leave alone.'),
        owner: z => z.string().max(200).optional(),
        reason: z => z.string().max(1000),
        expires: z =>
          z
            .string()
            .optional()
            .describe('The last day, as 2027-01-31; at most a year away.'),
        layout: z =>
          z
            .string()
            .optional()
            .describe(
              'Where exceptions lie: a path with {cluster} and {name}. By default exceptions/{name}.yaml where the cluster begins.',
            ),
        repositoryUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'https://HOST/OWNER/NAME; by default the first of fleet.git.repositories.',
            ),
        token: z =>
          z
            .string()
            .optional()
            .describe("The user's own token; by default the integration's."),
      },
      output: {
        files: z => z.array(z.string()),
        deletions: z => z.array(z.string()),
        readAt: z => z.string().describe('The revision they were read at.'),
      },
    },
    async handler(context) {
      const { input } = context;
      const { change, cluster } = input;
      const words = {
        owner: input.owner?.trim(),
        reason: input.reason.trim(),
        expires: input.expires,
      };
      if (!words.reason) {
        throw new InputError('reason: an exception needs one');
      }
      if (change !== 'retire') {
        checkExpiry(words.expires ?? '');
      }
      if (change === 'request' && !words.owner) {
        throw new InputError('owner: an exception needs one');
      }
      const caller = await callerOf(context, services);
      const found = await findCluster(services, cluster, caller);
      if (!found || found === 'hidden') {
        throw new NotFoundError(
          `cluster: there is no cluster ${cluster} that you may see`,
        );
      }
      const source = repositories.find({
        url: input.repositoryUrl,
        token: input.token,
      });
      const workspace = await RepositoryWorkspace.open(context, source);
      const files: string[] = [];
      const deletions: string[] = [];

      if (input.constraint !== undefined) {
        const path = checkRepositoryPath('constraint', input.constraint);
        if (!input.namespace) {
          throw new InputError('namespace: a constraint leaves one alone');
        }
        await keep(
          path,
          excludeNamespace(path, await there(path, 'constraint'), {
            change,
            namespace: input.namespace,
            words,
          }),
        );
      } else {
        await changeException(pathOf());
      }
      context.output('files', files);
      context.output('deletions', deletions);
      context.output('readAt', workspace.revision);

      function pathOf(): string {
        if (!input.name) {
          throw new InputError('name: of the PolicyException, or constraint');
        }
        const pattern =
          input.layout ??
          posix.join(source.layout.cluster, 'exceptions', '{name}.yaml');
        return fillPattern(pattern, { cluster, name: input.name });
      }

      async function changeException(path: string): Promise<void> {
        if (change === 'request') {
          if ((await workspace.inGit(path)) !== undefined) {
            throw new ConflictError(
              `name: ${workspace.urlOf(
                path,
              )} is there already: extend it, or take another name`,
            );
          }
          await keep(path, await rendered());
          await wire(path, addResource);
          return;
        }
        const text = await there(path, 'name');
        if (change === 'extend') {
          const { reason, expires = '' } = words;
          await keep(path, extendException(path, text, { reason, expires }));
          return;
        }
        assertAlone(path, text);
        deletions.push(path);
        await wire(path, removeResource);
      }

      /** What else is in a file goes with it. */
      function assertAlone(path: string, text: string): void {
        const manifests = readManifests(path, text);
        if (manifests.length !== 1 || !isException(manifests[0])) {
          throw new InputError(
            `${path} has to hold one PolicyException and nothing else to be taken out, and holds ${manifests.length} objects: take ${input.name} out by hand`,
          );
        }
      }

      /** What the skeleton made, which has to be an exception and nothing else. */
      async function rendered(): Promise<string> {
        if (!input.from) {
          throw new InputError('from: a request needs the file that is to be');
        }
        const file = resolveSafeChildPath(context.workspacePath, input.from);
        const text = await readFile(file, 'utf8').catch(() => {
          throw new InputError(`from: there is no file ${input.from}`);
        });
        const manifests = readManifests(input.from, text);
        if (manifests.length !== 1 || !isException(manifests[0])) {
          throw new InputError(
            `from: ${input.from} has to hold one PolicyException of Kyverno`,
          );
        }
        return text;
      }

      async function wire(
        path: string,
        edit: typeof addResource,
      ): Promise<void> {
        const kustomization = await findKustomization(workspace, path);
        if (!kustomization) {
          return;
        }
        const text = edit(kustomization, path);
        if (text !== kustomization.text) {
          await keep(kustomization.path, text);
        }
      }

      async function there(path: string, field: string): Promise<string> {
        const text = await workspace.inGit(path);
        if (text === undefined) {
          throw new NotFoundError(
            `${field}: there is no file ${workspace.urlOf(
              path,
            )}: the one on ${cluster} comes from elsewhere`,
          );
        }
        return text;
      }

      async function keep(path: string, text: string): Promise<void> {
        await workspace.write(path, text);
        files.push(path);
      }
    },
  });
}

function isException({ kind, apiVersion }: Manifest): boolean {
  return (
    kind === 'PolicyException' && /^(policies\.)?kyverno\.io\//.test(apiVersion)
  );
}
