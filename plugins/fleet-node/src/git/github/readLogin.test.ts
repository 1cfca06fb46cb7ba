import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOctokit } from './createOctokit';
import { readLogin } from './readLogin';

describe('readLogin', () => {
  let server: Server;
  let answers: Record<string, { status: number; body: object }>;

  beforeEach(async () => {
    server = createServer(({ url = '' }, response) => {
      const { status, body } = answers[url] ?? { status: 404, body: {} };
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    }).listen(0);
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.close();
    await once(server, 'close');
  });

  const read = () =>
    readLogin(
      createOctokit({
        baseUrl: `http://localhost:${
          (server.address() as AddressInfo).port
        }/api/v3`,
        limit: 'test',
        paced: false,
        authorization: async () => 'Bearer token',
      }),
    );

  it('tells a user', async () => {
    answers = { '/api/v3/user': { status: 200, body: { login: 'fleet-bot' } } };
    expect(await read()).toBe('fleet-bot');
  });

  it.each(['fleet', 'fleet[bot]'])(
    'tells the GitHub App that calls itself %s',
    async login => {
      answers = {
        '/api/v3/user': {
          status: 403,
          body: { message: 'Resource not accessible by integration' },
        },
        '/api/graphql': { status: 200, body: { data: { viewer: { login } } } },
      };
      expect(await read()).toBe('fleet[bot]');
    },
  );

  it.each([401, 403, 404])('tells nobody who gets a %s', async status => {
    answers = { '/api/v3/user': { status, body: { message: 'No' } } };
    expect(await read()).toBeUndefined();
  });
});
