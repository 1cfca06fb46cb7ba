import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { assertMayChange } from '../caller/assertMayChange';
import { callerOf } from '../caller/callerOf';
import { ownCaller } from '../caller/ownCaller';
import { editClaimFile } from '../claims/editClaimFile';
import { findClaim } from '../claims/findClaim';
import { findClaimFile } from '../claims/findClaimFile';
import { whatStays } from '../claims/whatStays';
import { findCluster } from '../clusters/findCluster';
import { runningOn } from '../clusters/runningOn';
import type { FleetActionServices } from '../FleetActionServices';
import { findKustomization } from '../kustomization/Kustomization';
import { removeResource } from '../kustomization/removeResource';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { diffOf } from '../text/diffOf';
import { forcedOr } from '../text/forcedOr';
import { refusedOrForced, whereGitHasIt, whichClaim } from './claimInputs';
import { examples } from './createClaimDeleteAction.examples';

/** Set in Git on a claim that is to be given back. */
const annotation = 'fleetcommander.io/retiring';

/** Gives back what a claim asks for. */
export function createClaimDeleteAction(services: FleetActionServices) {
  const { client, repositories, settings } = services;
  return createTemplateAction({
    id: 'fleet:claim:delete',
    description: `Takes a claim out of Git, with its entry in kustomization.yaml, or marks it as about to go. Says what the deletion leaves in the cloud. Refuses while applications beside the bootstrap are delivered to the cluster that it makes, or while that cannot be told, unless forced.`,
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        ...whichClaim,
        mark: z =>
          z
            .boolean()
            .optional()
            .describe(
              `Only write the annotation ${annotation} with the reason.`,
            ),
        confirm: z =>
          z
            .string()
            .optional()
            .describe(
              'The same name once more, as a person typed it; another one is refused.',
            ),
        platform: z =>
          z
            .array(z.string().regex(/^[^/\s]+\/[^/\s]+$/))
            .max(100)
            .optional()
            .describe(
              'Applications that every cluster comes with, as NAMESPACE/NAME where * is anything: they go with it. Those of fleet.claims.bootstrap are among them.',
            ),
        ...refusedOrForced,
        ...whereGitHasIt,
      },
      output: {
        changed: z =>
          z.boolean().describe('Whether Git is to be other than it is.'),
        files: z =>
          z
            .array(z.string())
            .describe('What is changed, as paths in workspace and repository.'),
        deletions: z =>
          z.array(z.string()).describe('What is deleted in the repository.'),
        evidence: z => z.array(z.string()),
        readAt: z => z.string().describe('The revision it was read at.'),
        claimId: z => z.string(),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const caller = await callerOf(context, services);
      const { claim } = await findClaim(client, input, caller);
      const name = claim.makesCluster ?? claim.name;
      if (input.confirm !== undefined && input.confirm !== name) {
        throw new InputError(
          `confirm: ${JSON.stringify(
            input.confirm,
          )} is not ${name}, which would be given back`,
        );
      }
      await assertMayChange(context, services, claim);
      const workspace = await RepositoryWorkspace.open(
        context,
        repositories.find({
          url: input.repositoryUrl ?? claim.source?.repository,
          token: input.token,
        }),
      );
      const { environments } = await client.claims.offers(caller);
      const answer = (changed: { files?: string[]; deletions?: string[] }) => {
        const { files = [], deletions = [] } = changed;
        context.output('changed', files.length + deletions.length > 0);
        context.output('files', files);
        context.output('deletions', deletions);
      };
      context.output('claimId', claim.id);
      context.output('readAt', workspace.revision);
      context.output('evidence', []);

      const file = await findClaimFile(workspace, claim, environments).catch(
        error => {
          if (error instanceof NotFoundError && claim.deleting) {
            logger.info(`Git has ${claim.kind} ${claim.name} no more`);
            return undefined;
          }
          throw error;
        },
      );
      if (!file) {
        answer({});
        return;
      }
      if (input.mark) {
        const { text } = editClaimFile(file, claim, [
          {
            op: 'set',
            path: ['metadata', 'annotations', annotation],
            value: input.reason?.trim() || 'to be given back',
          },
        ]);
        await workspace.write(file.path, text);
        answer({ files: text === file.text ? [] : [file.path] });
        return;
      }
      if (file.others.length > 0) {
        throw new ConflictError(
          `${workspace.urlOf(file.path)} holds more than ${claim.kind} ${
            claim.name
          }: ${file.others
            .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
            .join(', ')}. Give it a file of its own first`,
        );
      }

      const cluster = await findCluster(services, claim.makesCluster, caller);
      const { refusals, evidence } = await runningOn(client, cluster, {
        name,
        bootstrapApplications: [
          ...settings.bootstrapApplications,
          ...(input.platform ?? []),
        ],
        caller,
        everybody: await ownCaller(services),
      });
      const told = [
        ...forcedOr(refusals, input),
        ...evidence,
        ...(await whatStays(client, claim.id, caller)),
      ];
      told.forEach(line => logger.info(line));
      context.output('evidence', told);

      logger.info(diffOf(file.path, file.text, undefined));
      const kustomization = await findKustomization(workspace, file.path);
      const without = kustomization && removeResource(kustomization, file.path);
      if (!kustomization || without === kustomization.text) {
        answer({ deletions: [file.path] });
        return;
      }
      await workspace.write(kustomization.path, without!);
      answer({ files: [kustomization.path], deletions: [file.path] });
    },
  });
}
