import { ConfigReader } from '@backstage/config';
import { AwsSignIn } from './AwsSignIn';

describe('AwsSignIn', () => {
  const signIn = AwsSignIn.fromConfig(
    new ConfigReader({
      aws: {
        mainAccount: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'hunter2' },
      },
    }),
  );

  async function urlOf(url: string, parameters = {}) {
    const { token, expiresAt } = await signIn.signIn({
      name: 'spoke',
      url,
      labels: {},
      source: 'test',
      signIn: { provider: 'aws', parameters },
    });
    expect(expiresAt?.getTime()).toBeGreaterThan(Date.now());
    expect(token).toMatch(/^k8s-aws-v1\.[\w-]+$/);
    const encoded = token?.split('.')[1] ?? '';
    return new URL(Buffer.from(encoded, 'base64url').toString());
  }

  it('signs a question for who we are, bound to the cluster', async () => {
    const url = await urlOf('https://AB12.gr7.eu-west-1.eks.amazonaws.com', {
      clusterId: 'the-spoke',
    });
    expect(url.origin).toBe('https://sts.eu-west-1.amazonaws.com');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      Action: 'GetCallerIdentity',
      'X-Amz-Credential': expect.stringMatching(
        /^AKIDEXAMPLE\/\d{8}\/eu-west-1\/sts\/aws4_request$/,
      ),
      'X-Amz-SignedHeaders': 'host;x-k8s-aws-id',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
      'X-Amz-Expires': '60',
    });
    expect(url.href).not.toContain('hunter2');
  });

  it('knows the regions of China', async () => {
    const url = await urlOf('https://AB.cn-north-1.eks.amazonaws.com.cn');
    expect(url.host).toBe('sts.cn-north-1.amazonaws.com.cn');
  });
});
