/** A version that a team brought to a stage. */
export interface Release {
  application: string;
  version: string;
  /** Folders of overlays, within those of the application. */
  overlays: readonly string[];
  hoursAgo: number;
  by: string;
  /** By a pull request of whom the portal opened it for; absent: straight into development. */
  promotion?: {
    from: string;
    to: string;
    wave?: number;
    /** Absent: it is still open. */
    approvedBy?: string;
    hoursOpen?: number;
  };
}

/** What every stage ran before any of the releases. */
export const firstVersions: Readonly<Record<string, string>> = {
  bookings: '1.4.0',
  pricing: '2.1.0',
  tickets: '3.0.2',
};

/** How long ago a promotion was opened, and how long it took its reviewer; absent: it is still open. */
interface Promoted {
  hoursAgo: number;
  hoursOpen?: number;
}

/** A version on its way from development on. */
interface Passage {
  application: string;
  version: string;
  by: string;
  reviewer: string;
  developed: number;
  staging?: Promoted;
  /** In the order of their waves, where there are any. */
  production?: (Promoted & { overlays?: string[] })[];
}

const day = 24;

const passages: readonly Passage[] = [
  {
    application: 'pricing',
    version: '2.2.0',
    by: 'ada',
    reviewer: 'grace',
    developed: 24 * day,
    staging: { hoursAgo: 23 * day, hoursOpen: 2 },
    production: [{ hoursAgo: 20 * day, hoursOpen: 20 }],
  },
  {
    application: 'tickets',
    version: '3.1.0',
    by: 'grace',
    reviewer: 'ada',
    developed: 15 * day,
    staging: { hoursAgo: 14 * day, hoursOpen: 1 },
    production: [{ hoursAgo: 12 * day, hoursOpen: 5 }],
  },
  {
    application: 'bookings',
    version: '1.4.2',
    by: 'ada',
    reviewer: 'grace',
    developed: 6 * day,
    staging: { hoursAgo: 5 * day, hoursOpen: 3 },
    production: [
      { hoursAgo: 4 * day, hoursOpen: 6, overlays: ['prod/us-east-1'] },
      {
        hoursAgo: 3 * day + 16,
        hoursOpen: 4,
        overlays: ['prod/eu-west-1', 'prod/ap-south-1'],
      },
    ],
  },
  {
    application: 'pricing',
    version: '2.3.0',
    by: 'ada',
    reviewer: 'grace',
    developed: 3 * day,
    staging: { hoursAgo: 2 * day, hoursOpen: 4 },
    production: [{ hoursAgo: 26 }],
  },
  {
    application: 'bookings',
    version: '1.5.0',
    by: 'grace',
    reviewer: 'ada',
    developed: 5,
  },
];

function releasesOf(passage: Passage): Release[] {
  const { application, version, by, reviewer, developed } = passage;
  const { staging, production = [] } = passage;
  const promoted = (
    from: string,
    to: string,
    overlays: string[],
    { hoursAgo, hoursOpen }: Promoted,
    wave?: number,
  ): Release => ({
    application,
    version,
    by,
    overlays,
    hoursAgo,
    promotion: {
      from,
      to,
      wave,
      approvedBy: hoursOpen === undefined ? undefined : reviewer,
      hoursOpen,
    },
  });
  return [
    { application, version, by, overlays: ['dev'], hoursAgo: developed },
    ...(staging
      ? [promoted('development', 'staging', ['staging'], staging)]
      : []),
    ...production.map((each, wave) =>
      promoted(
        'staging',
        'production',
        each.overlays ?? ['prod'],
        each,
        each.overlays && wave,
      ),
    ),
  ];
}

/** How the applications came to run what they run, the oldest first. */
export const releases: readonly Release[] = passages
  .flatMap(releasesOf)
  .sort((one, other) => other.hoursAgo - one.hoursAgo);
