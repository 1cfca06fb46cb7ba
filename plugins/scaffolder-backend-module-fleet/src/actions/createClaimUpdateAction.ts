import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { assertMayChange } from '../caller/assertMayChange';
import { callerOf } from '../caller/callerOf';
import { editClaimFile } from '../claims/editClaimFile';
import { editsOf } from '../claims/editsOf';
import { findClaim } from '../claims/findClaim';
import { findClaimFile } from '../claims/findClaimFile';
import { nodeGroupsOf } from '../claims/nodeGroupsOf';
import type { Manifest } from '../claims/readManifests';
import { refusalsOf } from '../claims/refusalsOf';
import { validateClaim } from '../claims/validateClaim';
import { valueAt } from '../claims/valueAt';
import { findCluster } from '../clusters/findCluster';
import { forcedOr } from '../text/forcedOr';
import type { FleetActionServices } from '../FleetActionServices';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { refusedOrForced, whereGitHasIt, whichClaim } from './claimInputs';
import { examples } from './createClaimUpdateAction.examples';

/** Changes the claim of a cluster in its file: version, node groups, addons. */
export function createClaimUpdateAction(services: FleetActionServices) {
  const { client, repositories, settings } = services;
  return createTemplateAction({
    id: 'fleet:claim:update',
    description:
      'Changes the Kubernetes version, node groups or addons of a cluster in the file that Git has of its claim, line by line, and leaves the file in the workspace. A downgrade, a skipped minor version and fewer nodes than run are refused unless forced.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        ...whichClaim,
        version: z => z.string().optional().describe('Of Kubernetes: 1.35.'),
        nodeGroups: z =>
          z
            .array(
              z.object({
                name: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/),
                instanceType: z.string().optional(),
                minSize: z.number().int().min(0).optional(),
                maxSize: z.number().int().min(0).optional(),
                taints: z
                  .array(
                    z.object({
                      key: z.string(),
                      value: z.string().optional(),
                      effect: z.string(),
                    }),
                  )
                  .optional(),
              }),
            )
            .max(100)
            .optional()
            .describe(
              'Those of the same name are changed in what is given, others are added. Those that are not named stay, but for onlyTheseNodeGroups.',
            ),
        removeNodeGroups: z =>
          z.array(z.string()).optional().describe('By name.'),
        onlyTheseNodeGroups: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether nodeGroups are all that it is to have: others are removed.',
            ),
        addons: z =>
          z
            .array(z.string())
            .max(100)
            .optional()
            .describe('All that it is to have.'),
        ...refusedOrForced,
        ...whereGitHasIt,
      },
      output: {
        changed: z =>
          z.boolean().describe('Whether anything is other than it was.'),
        files: z =>
          z.array(z.string()).describe('Paths in workspace and repository.'),
        changes: z =>
          z.array(
            z.object({
              path: z.string(),
              from: z.string().optional(),
              to: z.string().optional(),
            }),
          ),
        evidence: z => z.array(z.string()),
        readAt: z => z.string().describe('The revision it was read at.'),
        claimId: z => z.string(),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const caller = await callerOf(context, services);
      const { claim } = await findClaim(client, input, caller);
      await assertMayChange(context, services, claim);
      const fields = settings.fieldsOf(claim);
      if (!fields) {
        throw new InputError(
          `${claim.kind} ${claim.name} makes no cluster: add its group and kind to fleet.claims.clusterKinds`,
        );
      }

      const workspace = await RepositoryWorkspace.open(
        context,
        repositories.find({
          url: input.repositoryUrl ?? claim.source?.repository,
          token: input.token,
        }),
      );
      const { environments } = await client.claims.offers(caller);
      const file = await findClaimFile(workspace, claim, environments);
      const edits = editsOf(file.manifest, fields, input);
      context.output('claimId', claim.id);
      context.output('readAt', workspace.revision);
      context.output('changed', edits.length > 0);
      context.output('files', edits.length > 0 ? [file.path] : []);
      context.output(
        'changes',
        edits.map(({ told }) => told),
      );
      context.output('evidence', []);
      if (edits.length === 0) {
        logger.info(`${workspace.urlOf(file.path)} says so already`);
        return;
      }

      const { text, manifest, remarks } = editClaimFile(
        file,
        claim,
        edits.map(({ edit }) => edit),
      );
      const asked = (of: Manifest) => ({
        version: valueAt(of, fields.version)?.toString(),
        nodeGroups: nodeGroupsOf(of, fields.nodeGroups),
      });
      const refusals = refusalsOf(asked(file.manifest), asked(manifest), {
        name: claim.makesCluster ?? claim.name,
        cluster: await findCluster(services, claim.makesCluster, caller),
      });
      const evidence = [...forcedOr(refusals, input), ...remarks];
      evidence.forEach(line => logger.warn(line));

      await validateClaim(
        services,
        { manifest, cluster: claim.cluster },
        { caller, logger },
      );
      await workspace.write(file.path, text);
      context.output('evidence', evidence);
    },
  });
}
