/** How a spoke is reached. */
export interface SpokeAccess {
  name: string;
  url: string;
  token: string;
}
