import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { callerOf } from '../caller/callerOf';
import { assertNew } from '../claims/assertNew';
import { orderOfAnother } from '../claims/orderOfAnother';
import { placeOf } from '../claims/placeOf';
import { readClaims } from '../claims/readClaims';
import type { Manifest } from '../claims/readManifests';
import { valueAt } from '../claims/valueAt';
import type { FleetActionServices } from '../FleetActionServices';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { examples } from './createClaimValidateAction.examples';

/** Holds rendered claims against what the hub offers, before they are proposed. */
export function createClaimValidateAction(services: FleetActionServices) {
  const { client, repositories, settings } = services;
  return createTemplateAction({
    id: 'fleet:claim:validate',
    description:
      'Holds the claims in files of the workspace against the schemas that the hub has of their kinds, names everything that is wrong at once, and says where in the repository each is to lie. A claim that exists already is refused.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        files: z =>
          z
            .array(z.string())
            .min(1)
            .max(100)
            .describe('YAML files of the workspace that hold claims.'),
        hub: z =>
          z
            .string()
            .optional()
            .describe('The hub; by default the only one that offers the kind.'),
        update: z =>
          z
            .boolean()
            .optional()
            .describe('Whether the claims are there already.'),
        repositoryUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'https://HOST/OWNER/NAME; by default the first of fleet.git.repositories.',
            ),
        layout: z =>
          z
            .string()
            .optional()
            .describe(
              'Where claims are to lie: a path with {environment} (its directory in Git), {cluster} or {name}. By default as the repository is laid out, for claims that make clusters.',
            ),
        token: z =>
          z
            .string()
            .optional()
            .describe("The user's own token; by default the integration's."),
      },
      output: {
        claimId: z => z.string().describe('Of the first claim.'),
        path: z =>
          z
            .string()
            .optional()
            .describe(
              'Where the first claim is to lie in the repository, where its layout says.',
            ),
        claims: z =>
          z
            .array(
              z.object({
                file: z.string(),
                claimId: z.string().optional(),
                kind: z.string(),
                name: z.string(),
                path: z.string().optional(),
              }),
            )
            .describe('All of them, in the order of the files.'),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const caller = await callerOf(context, services);
      const found = await Promise.all(
        input.files.map(async file => {
          const manifests = await readClaims(context.workspacePath, file);
          return manifests.map(manifest => ({ file, manifest }));
        }),
      );

      const problems: string[] = [];
      const claims = [];
      for (const { file, manifest } of found.flat()) {
        const answer = await client.claims.validate(
          { manifest, cluster: input.hub },
          caller,
        );
        for (const { path, message } of answer.errors) {
          problems.push(`${file}: ${path}: ${message}`);
        }
        for (const { path, rule, why } of answer.unchecked) {
          logger.warn(`${file}: ${path}: not checked: ${rule} (${why})`);
        }
        if (answer.exists && !input.update) {
          problems.push(
            `${file}: metadata.name: there is a ${manifest.kind} ${manifest.metadata.name} already: take another name, or change that one`,
          );
        }
        const other = input.update
          ? undefined
          : await orderOfAnother(
              client,
              { claimId: answer.claimId, requester: context.user?.ref },
              caller,
            );
        if (other) {
          problems.push(
            `${file}: metadata.name: ${
              other.requester ?? other.author
            } orders it already: ${other.url}`,
          );
        }
        const path = await placeClaim(manifest);
        claims.push({
          file,
          claimId: answer.claimId,
          kind: manifest.kind,
          name: manifest.metadata.name,
          path,
        });
      }
      if (problems.length > 0) {
        throw new InputError(
          `What is asked for cannot be had:\n${problems
            .map(problem => `  ${problem}`)
            .join('\n')}`,
        );
      }
      if (!input.update) {
        const places = claims.flatMap(claim => claim.path ?? []);
        if (places.length > 0) {
          const workspace = await RepositoryWorkspace.open(context, find());
          await assertNew(workspace, places);
        }
      }

      logger.info(
        `Valid: ${claims
          .map(({ kind, name }) => `${kind} ${name}`)
          .join(', ')}`,
      );
      const [{ claimId, path }] = claims;
      context.output('claims', claims);
      if (claimId) {
        context.output('claimId', claimId);
      }
      if (path) {
        context.output('path', path);
      }

      async function placeClaim(
        manifest: Manifest,
      ): Promise<string | undefined> {
        const fields = settings.fieldsOf(manifest);
        if (!input.layout && !fields) {
          return undefined;
        }
        const environment = valueAt(
          manifest,
          fields?.environment ?? ['spec', 'environment'],
        );
        const { environments } = await client.claims.offers(caller);
        return placeOf(
          input.layout ?? find().claimsLayout,
          {
            name: manifest.metadata.name,
            environment:
              typeof environment === 'string' ? environment : undefined,
          },
          environments,
        );
      }

      function find() {
        return repositories.find({
          url: input.repositoryUrl,
          token: input.token,
        });
      }
    },
  });
}
