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
  layout: z
    .object({
      claims: claimsPattern.default(
        'infrastructure/claims/{environment}/{cluster}.yaml',
      ),
    })
    .catchall(z.string())
    .prefault({}),
});

/** `fleet.git`. */
export const gitSchema = z.strictObject({
  repositories: listOf(repositorySchema, ({ url }, before) =>
    before.some(other => other.url === url)
      ? { key: 'url', message: 'is there twice' }
      : undefined,
  ).prefault([]),
});
