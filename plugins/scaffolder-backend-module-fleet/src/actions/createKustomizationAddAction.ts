import { NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { FleetActionServices } from '../FleetActionServices';
import { addResource } from '../kustomization/addResource';
import { findKustomization } from '../kustomization/Kustomization';
import { newKustomization } from '../kustomization/newKustomization';
import { checkRepositoryPath } from '../repository/checkRepositoryPath';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { examples } from './createKustomizationAddAction.examples';

/** Has new files applied with their neighbours. */
export function createKustomizationAddAction({
  repositories,
}: FleetActionServices) {
  return createTemplateAction({
    id: 'fleet:kustomization:add',
    description:
      'Names files among the resources of the nearest kustomization.yaml that the repository has, in its place where they are sorted, and leaves that in the workspace.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        files: z =>
          z
            .array(z.string())
            .min(1)
            .max(100)
            .describe('Paths of the new files in the repository.'),
        create: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Make one in the folder of the file where neither that nor any above has one.',
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
        files: z =>
          z
            .array(z.string())
            .describe(
              'The kustomizations that name them, as paths in workspace and repository.',
            ),
        readAt: z => z.string().describe('The revision they were read at.'),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const source = repositories.find({
        url: input.repositoryUrl,
        token: input.token,
      });
      const workspace = await RepositoryWorkspace.open(context, source);
      const paths = new Set<string>();
      for (const file of input.files) {
        checkRepositoryPath('files', file);
        const found = await findKustomization(workspace, file);
        if (!found && !input.create) {
          throw new NotFoundError(
            `files: neither the folder of ${file} nor any above it has a kustomization.yaml in ${source.url}. Where everything in the folder is applied, as Flux and Argo CD do without one, leave this step out; else set create`,
          );
        }
        const kustomization =
          found ?? (await newKustomization(workspace, file));
        const text = addResource(kustomization, file);
        if (found && text === found.text) {
          logger.info(`${kustomization.path} names ${file} already`);
        }
        await workspace.write(kustomization.path, text);
        paths.add(kustomization.path);
      }
      context.output('files', [...paths]);
      context.output('readAt', workspace.revision);
    },
  });
}
