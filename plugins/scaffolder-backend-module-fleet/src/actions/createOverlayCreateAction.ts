import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { callerOf } from '../caller/callerOf';
import { ownCaller } from '../caller/ownCaller';
import type { FleetActionServices } from '../FleetActionServices';
import { findDestinations } from '../overlays/findDestinations';
import { findHub } from '../overlays/findHub';
import { componentPath, placesOf } from '../overlays/OverlayPlace';
import { planApplication } from '../overlays/planApplication';
import { proposePlan, type ProposedPlan } from '../overlays/proposePlan';
import { readRendered } from '../overlays/readRendered';
import { overlayProblems } from '../overlays/WantedOverlay';
import { outcomeWords } from '../repository/outcomeWords';
import { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { examples } from './createOverlayCreateAction.examples';

/** As Kubernetes takes the name of a Service. */
const namePattern = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const labelPattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Wires a new application into a repository of the fleet. */
export function createOverlayCreateAction(services: FleetActionServices) {
  const { client, repositories } = services;
  return createTemplateAction({
    id: 'fleet:overlay:create',
    description:
      'Wires an application that fetch:template rendered into a repository: its base, an overlay for each stage, and on each cluster the object that has it applied, named in the kustomization there. What is there already stays as it is. Ends at a pull request, or one for each branch where every environment has its own.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        application: z =>
          z
            .string()
            .regex(namePattern)
            .describe('Its name; part of the branch.'),
        from: z =>
          z
            .string()
            .optional()
            .describe(
              'The folder of the workspace with base/, overlays/ENVIRONMENT[/REGION]/, delivery/ and catalog-info.yaml. By default rendered.',
            ),
        overlays: z =>
          z
            .array(
              z.object({
                environment: z.string().regex(labelPattern),
                region: z.string().regex(labelPattern).optional(),
                clusters: z.array(z.string().min(1).max(253)).max(200),
              }),
            )
            .min(1)
            .max(50)
            .describe(
              'The overlays, and which clusters apply each: none, and it waits in Git.',
            ),
        layout: z =>
          z
            .object({
              overlay: z.string().optional(),
              base: z.string().optional(),
              cluster: z.string().optional(),
              branch: z.string().optional(),
            })
            .optional()
            .describe(
              'Where things lie, where it is not as fleet.git.repositories says: for tenants, say.',
            ),
        hub: z =>
          z
            .string()
            .optional()
            .describe(
              'The cluster that an ApplicationSet lives on; by default the only hub.',
            ),
        repositoryUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'https://HOST/OWNER/NAME; by default the first of fleet.git.repositories.',
            ),
        title: z => z.string().min(1).max(200).optional(),
        description: z =>
          z.string().optional().describe('Markdown, for who reviews it.'),
        labels: z => z.array(z.string()).max(20).optional(),
        reviewers: z =>
          z
            .array(z.string())
            .max(15)
            .optional()
            .describe('Logins, or team:SLUG.'),
        token: z =>
          z
            .string()
            .optional()
            .describe("The user's own token; by default the integration's."),
      },
      output: {
        pullRequests: z =>
          z
            .array(
              z.object({
                base: z.string(),
                branch: z.string(),
                outcome: z.string(),
                url: z.string().optional(),
                number: z.number().optional(),
              }),
            )
            .describe('One for each branch that it goes into.'),
        pullRequestUrl: z => z.string().describe('Of the first of them.'),
        outcome: z =>
          z
            .enum(['opened', 'updated', 'unchanged', 'nothing-to-change'])
            .describe('Of the first of them.'),
        summary: z => z.string().describe('What became of it, in words.'),
        files: z => z.array(z.string()).describe('What it changes or adds.'),
        catalogInfoUrl: z =>
          z
            .string()
            .describe(
              'Where the catalog finds the component once that is merged.',
            ),
      },
    },
    async handler(context) {
      const { input } = context;
      const { application: app, overlays } = input;
      const problems = overlayProblems(overlays);
      if (problems.length > 0) {
        throw new InputError(problems.join('\n'));
      }
      const caller = await callerOf(context, services);
      const source = repositories.find({
        url: input.repositoryUrl,
        token: input.token,
      });
      const layout = { ...source.layout, ...input.layout };
      const { environments } = await client.claims.offers(caller);
      const places = placesOf(app, overlays, layout, environments);
      const rendered = await readRendered(
        context.workspacePath,
        input.from ?? 'rendered',
        overlays,
      );
      const destinations = await findDestinations(client, overlays, {
        caller,
        everybody: await ownCaller(services),
      });
      const usual =
        source.branch ?? (await source.host.defaultBranch(source.repository));
      const hub = await findHub(client, { named: input.hub, caller });

      const changes = [];
      for (const branch of new Set(places.map(place => place.branch))) {
        const base = branch ?? usual;
        const repository = await RepositoryWorkspace.open(context, {
          ...source,
          branch: base,
        });
        const plan = await planApplication(repository, {
          app,
          rendered,
          places: places.map(place =>
            place.branch === branch ? place : undefined,
          ),
          destinations,
          layout,
          repositoryUrl: source.url,
          branch: base,
          hub,
        });
        problems.push(...plan.problems);
        changes.push({ base, branch, readAt: repository.revision, plan });
      }
      if (problems.length > 0) {
        throw new InputError(
          `${app} cannot be created like that:\n${problems
            .map(problem => `  ${problem}`)
            .join('\n')}`,
        );
      }

      const proposed: ProposedPlan[] = [];
      const summaries: string[] = [];
      for (const { base, branch, readAt, plan } of changes) {
        const title = input.title ?? `Create ${app}`;
        const pullRequest = await proposePlan(context, source, {
          ...input,
          application: app,
          subject: branch ? `${app}-${base}` : app,
          title: branch ? `${title} (${base})` : title,
          base,
          readAt,
          plan,
        });
        if (pullRequest) {
          proposed.push(pullRequest);
          summaries.push(outcomeWords(pullRequest, title));
        }
      }

      context.output(
        'files',
        changes.flatMap(({ plan }) => plan.files.map(({ path }) => path)),
      );
      context.output('pullRequests', proposed);
      const [first] = proposed;
      if (first) {
        context.output('outcome', first.outcome);
        context.output('summary', summaries.join('\n\n'));
      }
      if (first?.url) {
        context.output('pullRequestUrl', first.url);
      }
      if (rendered.component !== undefined) {
        const path = componentPath(app, layout);
        context.output(
          'catalogInfoUrl',
          `${source.url}/blob/${changes[0].base}/${path}`,
        );
      }
    },
  });
}
