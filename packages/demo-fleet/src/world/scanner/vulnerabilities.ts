/** What a scanner knows of one hole in a package. */
export interface Vulnerability {
  id: string;
  resource: string;
  installed: string;
  /** Empty: nobody has mended it yet. */
  fixed: string;
  severity: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';
  score: number;
  title: string;
  published: string;
}

const inEveryBase: readonly Vulnerability[] = [
  {
    id: 'CVE-2016-2781',
    resource: 'coreutils',
    installed: '9.1-1',
    fixed: '',
    severity: 'LOW',
    score: 4.6,
    title: 'coreutils: Non-privileged session can escape to the parent session',
    published: '2017-02-07T15:59:00Z',
  },
];

const inTheOldBase: readonly Vulnerability[] = [
  {
    id: 'CVE-2022-37434',
    resource: 'zlib1g',
    installed: '1:1.2.11.dfsg-2',
    fixed: '1:1.2.11.dfsg-2+deb11u2',
    severity: 'CRITICAL',
    score: 9.8,
    title: 'zlib: heap-based buffer over-read and overflow in inflate()',
    published: '2022-08-05T07:15:07Z',
  },
  {
    id: 'CVE-2023-0286',
    resource: 'libssl1.1',
    installed: '1.1.1n-0+deb11u3',
    fixed: '1.1.1n-0+deb11u4',
    severity: 'HIGH',
    score: 7.4,
    title: 'openssl: X.400 address type confusion in X.509 GeneralName',
    published: '2023-02-08T20:15:24Z',
  },
  {
    id: 'CVE-2023-38545',
    resource: 'libcurl4',
    installed: '7.74.0-1.3+deb11u7',
    fixed: '7.74.0-1.3+deb11u10',
    severity: 'CRITICAL',
    score: 9.8,
    title: 'curl: heap based buffer overflow in the SOCKS5 proxy handshake',
    published: '2023-10-18T04:15:11Z',
  },
];

const inOldGo: readonly Vulnerability[] = [
  {
    id: 'CVE-2023-44487',
    resource: 'golang.org/x/net',
    installed: 'v0.15.0',
    fixed: '0.17.0',
    severity: 'HIGH',
    score: 7.5,
    title: 'HTTP/2: rapid reset of many streams exhausts a server',
    published: '2023-10-10T14:15:10Z',
  },
];

/** Who has not built their images anew. */
const outdated: Record<string, readonly Vulnerability[]> = {
  indexer: inTheOldBase,
  search: inOldGo,
  'ingress-gateway': inOldGo,
};

/** What is open in an image, by the last part of its repository. */
export function vulnerabilitiesOf(
  repository: string,
): readonly Vulnerability[] {
  const name = repository.split('/').pop()!;
  return [...(outdated[name] ?? []), ...inEveryBase];
}
