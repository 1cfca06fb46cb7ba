/** Applications of a repository, each delivered to the cluster from its overlay of the cluster's environment. */
export interface DeliveriesSize {
  applications: number;
  /** URL of the repository. */
  url: string;
}
