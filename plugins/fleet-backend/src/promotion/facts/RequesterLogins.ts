import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Known } from '@fleetcommander/backstage-plugin-fleet-node';

const annotation = 'github.com/user-login';

/** Tells whom the Git host knows a person of the catalog as. */
export class RequesterLogins {
  constructor(
    private readonly options: {
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
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
}
