/** Of the bookings, as a chart. */
export const chartOverlay = (stage: string, version: string) => ({
  [`apps/bookings/overlays/${stage}/kustomization.yaml`]:
    'resources: [release.yaml]\n',
  [`apps/bookings/overlays/${stage}/release.yaml`]: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: bookings
spec:
  chart:
    spec:
      chart: bookings
      version: '${version}'
      sourceRef:
        kind: HelmRepository
        name: acme
`,
});
