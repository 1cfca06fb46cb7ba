import { KubernetesObject } from '../../../types';
import { managedSpec, Part } from '../Part';

/** A request for a database. */
export interface DatabaseClaim extends KubernetesObject {
  spec: {
    version: '16' | '17';
    size: 'small' | 'medium' | 'large';
    storageGib: number;
    highAvailable: boolean;
    environment: string;
    crossplane?: object;
  };
}

const region = 'eu-west-1';
const classes = {
  small: 'db.t4g.medium',
  medium: 'db.m7g.large',
  large: 'db.r7i.8xlarge',
};

/** What a database is made of on AWS. Providers of Crossplane 2 have the same kinds for namespaces, under groups of their own. */
export function databaseParts(
  name: string,
  {
    version,
    size,
    storageGib,
    highAvailable,
    environment,
  }: DatabaseClaim['spec'],
): Part[] {
  return [
    {
      name: 'subnets',
      apiVersion: 'rds.aws.m.upbound.io/v1beta1',
      kind: 'SubnetGroup',
      spec: namespacedSpec({ region, description: `Subnets of ${name}` }),
      external: name,
      seconds: 3,
    },
    {
      name: 'firewall',
      apiVersion: 'ec2.aws.m.upbound.io/v1beta1',
      kind: 'SecurityGroup',
      spec: namespacedSpec({ region, name, description: `Clients of ${name}` }),
      seconds: 3,
    },
    {
      name: 'instance',
      apiVersion: 'rds.aws.m.upbound.io/v1beta1',
      kind: 'Instance',
      spec: namespacedSpec(
        {
          region,
          engine: 'postgres',
          engineVersion: version,
          instanceClass: classes[size],
          allocatedStorage: storageGib,
          multiAz: highAvailable,
          storageEncrypted: true,
          dbSubnetGroupName: name,
        },
        // A database of production outlives the mistake that deletes its claim.
        environment === 'production'
          ? ['Observe', 'Create', 'Update', 'LateInitialize']
          : ['*'],
      ),
      after: ['subnets', 'firewall'],
      external: name,
      seconds: 25,
      observed: {
        address: `${name}.${region}.rds.example.org`,
        engineVersionActual: `${version}.4`,
        status: 'available',
      },
      refusal:
        size === 'large' && highAvailable
          ? `creating RDS DB Instance (${name}): operation error RDS: CreateDBInstance, https response error StatusCode: 400, ` +
            `api error InsufficientDBInstanceCapacity: ${classes.large} is not available in the Availability Zones of the DB subnet group for Multi-AZ deployments`
          : undefined,
    },
  ];
}

/** Without `deletionPolicy`, which went with namespaces. */
function namespacedSpec(forProvider: object, managementPolicies = ['*']) {
  const { deletionPolicy: _, ...spec } = managedSpec(forProvider, {
    managementPolicies,
    providerConfigRef: { kind: 'ClusterProviderConfig', name: 'default' },
  }) as { deletionPolicy: string };
  return spec;
}
