import { readBlob, typeOf, writeBlob } from '../git/objects';
import { isHash } from '../git/refs';
import { created, media, ok } from '../http/ApiAnswer';
import { notFound, validationFailed } from '../http/ApiError';
import type { Fields } from '../http/Fields';
import type { RepositoryRoute } from '../http/Route';
import { nodeId } from '../shapes/nodeId';

export const blobs: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/git/blobs/{sha}',
    needs: 'read',
    async answer({ host, repository, parameters: { sha }, form }) {
      if (!isHash(sha) || (await typeOf(repository.git, sha)) !== 'blob') {
        throw notFound();
      }
      const content = await readBlob(repository.git, sha);
      if (form === 'raw') {
        return media('application/vnd.github.raw; charset=utf-8', content);
      }
      return ok({
        sha,
        node_id: nodeId('Blob', sha),
        size: content.length,
        url: `${host.apiUrl}/repos/${repository.fullName}/git/blobs/${sha}`,
        content: content.toString('base64'),
        encoding: 'base64',
      });
    },
  },
  {
    method: 'POST',
    path: '/git/blobs',
    needs: 'write',
    async answer({ host, repository, fields }) {
      const sha = await writeBlob(repository.git, contentOf(fields));
      return created({
        sha,
        url: `${host.apiUrl}/repos/${repository.fullName}/git/blobs/${sha}`,
      });
    },
  },
];

/** What a body says that a file holds. */
function contentOf(fields: Fields): Buffer {
  const content = fields.text('content');
  const encoding = fields.optionalText('encoding') ?? 'utf-8';
  if (encoding !== 'utf-8' && encoding !== 'base64') {
    throw validationFailed({
      resource: 'Blob',
      field: 'encoding',
      code: 'invalid',
    });
  }
  return Buffer.from(content, encoding);
}
