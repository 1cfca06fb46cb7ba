import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  editYaml,
  type YamlEdit,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { callerOf } from '../caller/callerOf';
import { assertNew } from '../claims/assertNew';
import { findClaim } from '../claims/findClaim';
import { findClaimFile } from '../claims/findClaimFile';
import { placeOf } from '../claims/placeOf';
import { readManifests } from '../claims/readManifests';
import { validateClaim } from '../claims/validateClaim';
import type { FleetActionServices } from '../FleetActionServices';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { versionProblem } from '../clusters/versionProblem';
import { whereGitHasIt, whichClaim } from './claimInputs';
import { examples } from './createClaimCopyAction.examples';

/** Orders a cluster like one that is there, to move to. */
export function createClaimCopyAction(services: FleetActionServices) {
  const { client, repositories, settings } = services;
  return createTemplateAction({
    id: 'fleet:claim:copy',
    description:
      'Writes a claim like the one of a cluster, under another name and for another Kubernetes version, and leaves it in the workspace: a successor that applications move to before the old cluster is retired. It may skip minor versions.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        ...whichClaim,
        name: z =>
          z
            .string()
            .max(63)
            .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/)
            .describe('Of the new cluster.'),
        version: z => z.string().optional().describe('Of Kubernetes: 1.35.'),
        ...whereGitHasIt,
      },
      output: {
        path: z => z.string().describe('In workspace and repository.'),
        readAt: z => z.string().describe('The revision it was read at.'),
        claimId: z => z.string().optional().describe('Of the new claim.'),
      },
    },
    async handler(context) {
      const { input } = context;
      const caller = await callerOf(context, services);
      const { claim } = await findClaim(client, input, caller);
      const fields = settings.fieldsOf(claim);
      if (!fields) {
        throw new InputError(
          `${claim.kind} ${claim.name} makes no cluster: add its group and kind to fleet.claims.clusterKinds`,
        );
      }
      const problem =
        input.version && versionProblem(input.version, input.version);
      if (problem) {
        throw new InputError(`version: ${problem}`);
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
      if (file.others.length > 0) {
        throw new InputError(
          `${workspace.urlOf(file.path)} holds more than ${claim.kind} ${
            claim.name
          }, which cannot be copied: give it a file of its own first`,
        );
      }
      const path = placeOf(
        workspace.source.claimsLayout,
        { name: input.name, environment: claim.environment },
        environments,
      );
      await assertNew(workspace, [path]);

      const edits: YamlEdit[] = [
        { op: 'set', path: ['metadata', 'name'], value: input.name },
      ];
      if (input.version) {
        edits.push({ op: 'set', path: fields.version, value: input.version });
      }
      const { text } = editYaml(file.text, edits);
      const { exists, claimId } = await validateClaim(
        services,
        { manifest: readManifests(path, text)[0], cluster: claim.cluster },
        { caller, logger: context.logger },
      );
      if (exists) {
        throw new InputError(
          `name: there is a ${claim.kind} ${input.name} already`,
        );
      }
      await workspace.write(path, text);
      context.output('path', path);
      context.output('readAt', workspace.revision);
      if (claimId) {
        context.output('claimId', claimId);
      }
    },
  });
}
