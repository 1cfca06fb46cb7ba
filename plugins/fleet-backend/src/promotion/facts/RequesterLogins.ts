import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Known } from '@fleetcommander/backstage-plugin-fleet-node';
import type { People } from '../people/People';

const annotation = 'github.com/user-login';

/** Tells whom the Git host knows a person of the catalog as, and the other way round. */
export class RequesterLogins {
  constructor(
    private readonly options: {
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      catalog: Pick<CatalogService, 'getEntities' | 'getEntityByRef'>;
      /** By entity ref in lower case. */
      configured: Readonly<Record<string, string>>;
    },
  ) {}

  /** Both where annotation and config name one: neither of the two can approve. */
  async of(entityRef: string): Promise<Known<string[]>> {
    const { auth, catalog, configured } = this.options;
    const named = configured[entityRef.toLocaleLowerCase('en-US')];
    try {
      const entity = await catalog.getEntityByRef(entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      });
      const annotated = entity?.metadata.annotations?.[annotation];
      const logins = [annotated, named].flatMap(login => login ?? []);
      return logins.length > 0
        ? { known: logins }
        : {
            unknown: `the login of ${entityRef}, who asked for it and cannot approve it, is not known. Set the annotation ${annotation} of the entity, or fleet.promotion.logins`,
          };
    } catch (error) {
      return named
        ? { known: [named] }
        : { unknown: `the catalog does not answer for ${entityRef}: ${error}` };
    }
  }

  /** Whose logins those are. Nothing hangs on it but how people are called: while the catalog does not answer, they go by their logins. */
  async whoAre(logins: readonly string[]): Promise<People> {
    const { auth, catalog, configured } = this.options;
    const wanted = new Set(logins.map(login => login.toLowerCase()));
    const people: Record<string, string> = {};
    if (wanted.size === 0) {
      return people;
    }
    try {
      const { items } = await catalog.getEntities(
        {
          filter: {
            kind: 'User',
            [`metadata.annotations.${annotation}`]: [...wanted],
          },
          fields: ['kind', 'metadata'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const entity of items) {
        const login = entity.metadata.annotations?.[annotation] ?? '';
        people[login.toLowerCase()] = stringifyEntityRef(entity);
      }
    } catch {
      // They are asked for again.
    }
    for (const [entityRef, login] of Object.entries(configured)) {
      if (wanted.has(login.toLowerCase())) {
        people[login.toLowerCase()] = entityRef;
      }
    }
    return people;
  }
}
