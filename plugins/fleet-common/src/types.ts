import type { components } from './api/schema.generated';

type Schemas = components['schemas'];

/** A cluster of the fleet, hub or spoke. @public */
export type Cluster = Schemas['Cluster'];
/** A page of clusters with the facets of the filter bar. @public */
export type ClusterList = Schemas['ClusterList'];
/** A cluster with what stands on it. @public */
export type ClusterDetail = Schemas['ClusterDetail'];
/** How the last attempts to reach a cluster went. @public */
export type Reachability = Schemas['Reachability'];
/** What became of an attempt to ask. @public */
export type Outcome = Schemas['Outcome'];
/** Nodes of a cluster by readiness; `pressure` counts nodes under any pressure. @public */
export type NodeCounts = Schemas['NodeCounts'];
/** Sum over nodes: cores, bytes, pods. @public */
export type Capacity = Schemas['Capacity'];
/** An engine as it stands on a cluster. @public */
export type EngineOnCluster = Schemas['EngineOnCluster'];
/** A node. @public */
export type Node = Schemas['Node'];
/** A namespace with its labels. @public */
export type Namespace = Schemas['Namespace'];
/** What can be read of a cluster and what not. @public */
export type Doctor = Schemas['Doctor'];
/** One finding of the doctor. @public */
export type DoctorCheck = Schemas['DoctorCheck'];
/** How the Flux of a cluster tells what it does, and whether it does so. @public */
export type FluxWebhook = Schemas['FluxWebhook'];
/** An object of delivery: a Flux Kustomization or HelmRelease, or an Argo CD Application. @public */
export type Application = Schemas['Application'];
/** A page of applications. @public */
export type ApplicationList = Schemas['ApplicationList'];
/** An application with what it owns. @public */
export type ApplicationDetail = Schemas['ApplicationDetail'];
/** Where an application comes from. @public */
export type ApplicationSource = Schemas['ApplicationSource'];
/** An object that an application owns. @public */
export type OwnedResource = Schemas['OwnedResource'];
/** A revision that an application ran. @public */
export type HistoryEntry = Schemas['HistoryEntry'];
/** What runs: a Deployment, StatefulSet, DaemonSet, Job, CronJob or Rollout. @public */
export type Workload = Schemas['Workload'];
/** Image of one container. @public */
export type ContainerImage = Schemas['ContainerImage'];
/** A Flux source object. @public */
export type Source = Schemas['Source'];
/** A progressive delivery under way. @public */
export type Canary = Schemas['Canary'];
/** An object of an engine that is neither application nor source. @public */
export type EngineObject = Schemas['EngineObject'];
/** A change from one settled state to another. @public */
export type Transition = Schemas['Transition'];
/** A page of transitions. @public */
export type TransitionList = Schemas['TransitionList'];
/** Applications without a proven entity. @public */
export type UnownedList = Schemas['UnownedList'];
/** What an entity's tab shows. @public */
export type EntityView = Schemas['EntityView'];
/** Delivery keys by clusters. @public */
export type Matrix = Schemas['Matrix'];
/** One delivery key across clusters. @public */
export type MatrixRow = Schemas['MatrixRow'];
/** One application in the matrix. @public */
export type MatrixCell = Schemas['MatrixCell'];
/** One cluster in the matrix. @public */
export type MatrixColumn = Schemas['MatrixColumn'];
/** What the overview shows. @public */
export type Summary = Schemas['Summary'];
/** One thing that needs a person. @public */
export type AttentionItem = Schemas['AttentionItem'];
/** An environment in a region. @public */
export type SummaryCell = Schemas['SummaryCell'];
/** What became of a button. @public */
export type ActionResult = Schemas['ActionResult'];
/** What became of a button for many. @public */
export type BulkResult = Schemas['BulkResult'];
/** A live object as YAML. @public */
export type LiveObject = Schemas['LiveObject'];
/** What a live object should be against what it is. @public */
export type ObjectDiff = Schemas['ObjectDiff'];
/** A field in which a live object is not what it should be. @public */
export type DiffField = Schemas['DiffField'];
/** When a fact was last proven. @public */
export type Freshness = Schemas['Freshness'];
/** A titled URL. @public */
export type Link = Schemas['Link'];
/** Counts by state. @public */
export type StateCounts = Schemas['StateCounts'];
/** Values of a filter key with their counts. @public */
export type Facets = Schemas['Facets'];
/** One way in which live differs from Git. @public */
export type Drift = Schemas['Drift'];
/** How much of drift is open. @public */
export type DriftCounts = Schemas['DriftCounts'];
/** What Git has to say to keep a value that somebody set live. @public */
export type AdoptionPlan = Schemas['AdoptionPlan'];
/** Whether Git can be had say a value that somebody set live. @public */
export type Adoptability = Schemas['Adoptability'];
/** A page of the ledger of drift. @public */
export type DriftList = Schemas['DriftList'];
/** What a person said of a drift. @public */
export type DriftMark = Schemas['DriftMark'];
/** A policy across the fleet. @public */
export type Policy = Schemas['Policy'];
/** A page of policies. @public */
export type PolicyList = Schemas['PolicyList'];
/** A policy, what it says, and how it stands on each cluster. @public */
export type PolicyDetail = Schemas['PolicyDetail'];
/** What a policy does, and where. @public */
export type PolicyBinding = Schemas['PolicyBinding'];
/** One rule of a policy. @public */
export type PolicyRule = Schemas['PolicyRule'];
/** How a policy stands on one cluster. @public */
export type PolicyStanding = Schemas['PolicyStanding'];
/** One verdict of one policy on one resource that is not a pass. @public */
export type PolicyResult = Schemas['PolicyResult'];
/** A page of policy results. @public */
export type PolicyResultList = Schemas['PolicyResultList'];
/** Open results by severity. @public */
export type PolicySeverityCounts = Schemas['PolicySeverityCounts'];
/** A window of policies, or controls, by clusters. @public */
export type PolicyCoverage = Schemas['PolicyCoverage'];
/** One policy, or control, across clusters. @public */
export type PolicyCoverageRow = Schemas['PolicyCoverageRow'];
/** How a policy, or control, stands on one cluster. @public */
export type PolicyCoverageCell = Schemas['PolicyCoverageCell'];
/** One cluster of the coverage. @public */
export type PolicyCoverageColumn = Schemas['PolicyCoverageColumn'];
/** A page of the posture by owner, environment or cluster. @public */
export type PolicyPosture = Schemas['PolicyPosture'];
/** The posture of one owner, environment or cluster. @public */
export type PolicyPostureItem = Schemas['PolicyPostureItem'];
/** Open results day by day. @public */
export type PolicyTrend = Schemas['PolicyTrend'];
/** What is let through although it breaks a policy. @public */
export type PolicyException = Schemas['PolicyException'];
/** A page of policy exceptions. @public */
export type PolicyExceptionList = Schemas['PolicyExceptionList'];
/** What an entity breaks. @public */
export type EntityPolicy = Schemas['EntityPolicy'];
/** Policy on one cluster. @public */
export type ClusterPolicy = Schemas['ClusterPolicy'];

/** A request for infrastructure, with how far it is. @public */
export type Claim = Schemas['Claim'];
/** A page of claims. @public */
export type ClaimList = Schemas['ClaimList'];
/** A claim with its steps. @public */
export type ClaimDetail = Schemas['ClaimDetail'];
/** A step of a claim, with its evidence. @public */
export type ClaimStep = Schemas['ClaimStep'];
/** The object that everything above it waits for. @public */
export type ClaimLeaf = Schemas['ClaimLeaf'];
/** An object of a claim's tree. @public */
export type ClaimNode = Schemas['ClaimNode'];
/** A page of a claim's tree. @public */
export type ClaimTree = Schemas['ClaimTree'];
/** What the hub tells of a claim and its tree. @public */
export type ClaimEvents = Schemas['ClaimEvents'];
/** What can be claimed. @public */
export type ClaimKind = Schemas['ClaimKind'];
/** All that can be claimed. @public */
export type ClaimKindList = Schemas['ClaimKindList'];
/** A kind of claim with its schema. @public */
export type ClaimKindDetail = Schemas['ClaimKindDetail'];
/** What the platform lets people choose from. @public */
export type ClaimOffers = Schemas['ClaimOffers'];
/** A Kubernetes version that the platform offers. @public */
export type KubernetesOffer = Schemas['KubernetesOffer'];
/** A claim held against the schema of its kind. @public */
export type ClaimValidation = Schemas['ClaimValidation'];
/** Nodes that are alike, as asked for. @public */
export type NodeGroup = Schemas['NodeGroup'];
/** A pull request that changes a claim. @public */
export type PullRequest = Schemas['PullRequest'];
/** An upgrade of clusters in waves. @public */
export type ClusterUpgrade = Schemas['ClusterUpgrade'];
/** A cluster of an upgrade. @public */
export type ClusterUpgradeItem = Schemas['ClusterUpgradeItem'];
/** Upgrades, newest first. @public */
export type ClusterUpgradeList = Schemas['ClusterUpgradeList'];
/** What stands in the way of the next Kubernetes version. @public */
export type UpgradeReadiness = Schemas['UpgradeReadiness'];

/** An application on its way through its stages. @public */
export type Pipeline = Schemas['Pipeline'];
/** The pipelines of an entity. @public */
export type EntityPipelines = Schemas['EntityPipelines'];
/** A row of the list of pipelines. @public */
export type PipelineSummary = Schemas['PipelineSummary'];
/** A page of pipelines. @public */
export type PipelineList = Schemas['PipelineList'];
/** One step of a pipeline: what it runs, and what it lacks. @public */
export type PipelineStage = Schemas['PipelineStage'];
/** What Git says that a stage runs. @public */
export type StageOverlay = Schemas['StageOverlay'];
/** A stage on one of its clusters. @public */
export type StageCluster = Schemas['StageCluster'];
/** Clusters of a stage that change together. @public */
export type StageWave = Schemas['StageWave'];
/** What a stage runs of one image, chart, ref or value. @public */
export type Artifact = Schemas['Artifact'];
/** One thing that a promotion changes. @public */
export type Move = Schemas['Move'];
/** How a gate stands, with the evidence. @public */
export type GateVerdict = Schemas['GateVerdict'];
/** What a gate goes by. @public */
export type GateEvidence = Schemas['GateEvidence'];
/** Moving what one stage runs to the next, or back, as a pull request. @public */
export type Promotion = Schemas['Promotion'];
/** A promotion with what became of it. @public */
export type PromotionDetail = Schemas['PromotionDetail'];
/** A page of promotions. @public */
export type PromotionList = Schemas['PromotionList'];
/** The pull request of a promotion. @public */
export type PromotionPullRequest = Schemas['PromotionPullRequest'];
/** Clusters that a promotion reaches together. @public */
export type PromotionWave = Schemas['PromotionWave'];
/** What a promotion would change, before anything is made. @public */
export type PromotionPlan = Schemas['PromotionPlan'];
/** A file that a promotion would change. @public */
export type PlannedFile = Schemas['PlannedFile'];
/** Who did what with a promotion, when. @public */
export type PromotionEvent = Schemas['PromotionEvent'];
/** A page of what was done with promotions. @public */
export type PromotionEventList = Schemas['PromotionEventList'];
/** A time in which nothing is promoted. @public */
export type Freeze = Schemas['Freeze'];
/** The times in which nothing is promoted. @public */
export type FreezeList = Schemas['FreezeList'];
/** How often and how fast teams promote. @public */
export type PromotionStatistics = Schemas['PromotionStatistics'];
/** A secret that an engine keeps the same here and in a store. @public */
export type SecretSync = Schemas['SecretSync'];
/** A page of secrets that are brought from elsewhere. @public */
export type SecretSyncList = Schemas['SecretSyncList'];
/** A certificate, and until when it is good. @public */
export type Certificate = Schemas['Certificate'];
/** A page of certificates. @public */
export type CertificateList = Schemas['CertificateList'];
