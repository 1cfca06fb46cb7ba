import { parseGitRepository } from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import { listOf } from './schemas';

const claimsPattern = z
  .string()
  .refine(
    pattern =>
      pattern.includes('{cluster}') && /^[\w{}./-]+\.ya?ml$/.test(pattern),
    {
      error:
        'is not the path of a YAML file with {cluster} in it, such as infrastructure/claims/{environment}/{cluster}.yaml',
    },
  );

/** The path of a folder, or the name of a branch, with placeholders in it. */
function patternWith(...wanted: [string, ...string[]]) {
  return z
    .string()
    .transform(text => text.replace(/\/+$/, ''))
    .refine(
      text =>
        /^(?!\/)[\w{}./-]+$/.test(text) &&
        !text.split('/').includes('..') &&
        wanted.every(placeholder => text.includes(placeholder)) &&
        (text.match(/\{\w*\}/g) ?? []).every(placeholder =>
          ['{app}', '{environment}', '{cluster}'].includes(placeholder),
        ),
      {
        error: issue =>
          `'${issue.input}' is not a path with ${wanted.join(
            ' and ',
          )} in it and no other placeholder than {app}, {environment} and {cluster}`,
      },
    )
    .optional();
}

const layoutSchema = z
  .strictObject({
    claims: claimsPattern.default(
      'infrastructure/claims/{environment}/{cluster}.yaml',
    ),
    overlay: patternWith('{app}'),
    base: patternWith('{app}'),
    branch: patternWith('{environment}'),
    cluster: patternWith('{cluster}'),
  })
  .superRefine(({ overlay, branch }, context) => {
    if (overlay && !branch && !overlay.includes('{environment}')) {
      context.addIssue({
        code: 'custom',
        path: ['overlay'],
        message:
          'has no {environment} in it: write apps/{app}/overlays/{environment}, or say by branch which one each environment has',
      });
    }
  });

const repositorySchema = z.strictObject({
  url: z
    .string()
    .refine(url => parseGitRepository(url) !== undefined, {
      error: issue =>
        `'${issue.input}' names no repository: write https://HOST/OWNER/NAME`,
    })
    // One that was written with .git is the same.
    .transform(url => url.replace(/(?:\.git)?\/*$/, '')),
  branch: z.string().min(1).optional(),
  hub: z.string().min(1).optional(),
  layout: layoutSchema.prefault({}),
});

/** `fleet.git`. */
export const gitSchema = z.strictObject({
  repositories: listOf(repositorySchema, ({ url }, before) =>
    before.some(other => other.url === url)
      ? { key: 'url', message: 'is there twice' }
      : undefined,
  ).prefault([]),
});
