import { imageVersion } from './imageVersion';
import { shortRevision } from './shortRevision';

const sha1 = '9f2c1ab03d4e9f2c1ab03d4e9f2c1ab03d4e9f2c';
const sha256 = `${sha1}03d4e9f2c1ab03d4e9f2c1ab`;

describe('shortRevision', () => {
  it.each([
    [`main@sha1:${sha1}`, 'main@9f2c1ab'],
    [`refs/pull/7/head@sha1:${sha1}`, 'refs/pull/7/head@9f2c1ab'],
    [`main/${sha1}`, 'main@9f2c1ab'],
    [`v1.2.3@sha256:${sha256}`, 'v1.2.3@9f2c1ab'],
    [`sha256:${sha256}`, 'sha256:9f2c1ab'],
    [sha1, '9f2c1ab'],
    ['6.3.5+f3b1c2d', '6.3.5+f3b1c2d'],
    ['feature/login', 'feature/login'],
    ['a@b', 'a@b'],
  ])('%s is %s', (revision, short) => {
    expect(shortRevision(revision)).toBe(short);
  });
});

describe('imageVersion', () => {
  it.each([
    ['registry.example.org:5000/pay/api:1.8.0', '1.8.0'],
    ['registry.example.org:5000/pay/api', 'latest'],
    [`pay/api:1.8.0@sha256:${sha256}`, '1.8.0'],
    [`pay/api@sha256:${sha256}`, 'sha256:9f2c1ab'],
  ])('of %s is %s', (image, version) => {
    expect(imageVersion(image)).toBe(version);
  });
});
