/**
 * What other packages add to the fleet backend: sources of clusters, ways to sign in, engines, detectors of drift. And `git/`,
 * the one place that speaks to Git hosts.
 *
 * @packageDocumentation
 */
export * from './clusters/ClusterDefinition';
export * from './clusters/ClusterSource';
export * from './clusters/SignIn';
export * from './drift/ApplicationDriftFacts';
export * from './drift/DriftDetector';
export * from './drift/DriftFinding';
export * from './engines/Apply';
export * from './engines/ClaimRecords';
export * from './engines/Engine';
export * from './engines/FleetRecord';
export * from './engines/KubernetesObject';
export * from './engines/PolicyRecords';
export * from './engines/ownerKey';
export * from './extensionPoints';
export * from './git/changeBranch';
export * from './git/changeNote';
export * from './git/GitBranchRules';
export * from './git/GitChange';
export * from './git/GitError';
export * from './git/GitHost';
export * from './git/GitHosts';
export * from './git/GitProposal';
export * from './git/GitPullRequest';
export * from './git/GitRepository';
export * from './git/GitReviews';
export * from './git/plannedChange';
export * from './git/GitTrees';
export * from './git/overlays/Overlay';
export * from './git/overlays/OverlayError';
export { compareOverlays } from './git/overlays/compareOverlays';
export * from './git/overlays/filesOfOverlay';
export { moveOverlay } from './git/overlays/moveOverlay';
export { revertOverlay } from './git/overlays/revertOverlay';
export * from './git/overlays/setInOverlay';
export { readOverlay } from './git/overlays/readOverlay';
export * from './git/yaml/YamlEdit';
export * from './git/yaml/YamlError';
export { editYaml } from './git/yaml/editYaml';
export * from './policy/exclusionNote';
export * from './promotion/Gate';
export * from './promotion/GateFacts';
