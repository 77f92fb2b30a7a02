param name string
param location string
param tags object
param planSku string
param instances int
param nodeVersion string

@description('Resource id of the identity that the server runs as.')
param identityId string
param workspaceId string

@description('Resource id of the subnet for outbound traffic. Empty: none.')
param subnetId string

@description('App settings of the site and of the slot.')
param settings object

var identity = {
  type: 'UserAssigned'
  userAssignedIdentities: { '${identityId}': {} }
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    // Linux
    reserved: true
  }
}

var properties = {
  serverFarmId: plan.id
  httpsOnly: true
  // There are no sessions, and Office on the web may block the cookie.
  clientAffinityEnabled: false
  keyVaultReferenceIdentity: identityId
  virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
  siteConfig: {
    linuxFxVersion: 'NODE|${nodeVersion}-lts'
    // Without exec, a shell would receive SIGTERM instead of the server.
    appCommandLine: 'exec node server.js'
    alwaysOn: true
    healthCheckPath: '/healthz'
    minTlsVersion: '1.2'
    scmMinTlsVersion: '1.2'
    ftpsState: 'Disabled'
    http20Enabled: true
    webSocketsEnabled: false
    remoteDebuggingEnabled: false
    use32BitWorkerProcess: false
  }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the deployment target by this tag.
  tags: union(tags, { 'azd-service-name': 'web' })
  kind: 'app,linux'
  identity: identity
  properties: properties

  resource settingsOfSite 'config' = {
    name: 'appsettings'
    properties: settings
  }
  resource ftpOfSite 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
  resource scmOfSite 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource staging 'Microsoft.Web/sites/slots@2025-03-01' = {
  parent: site
  name: 'staging'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: identity
  properties: properties

  resource settingsOfStaging 'config' = {
    name: 'appsettings'
    properties: settings
  }
  resource ftpOfStaging 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
  resource scmOfStaging 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

var logs = [
  // Logs of the server, of the front end and of the platform.
  { category: 'AppServiceConsoleLogs', enabled: true }
  { category: 'AppServiceHTTPLogs', enabled: true }
  { category: 'AppServicePlatformLogs', enabled: true }
]

resource logsOfSite 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: logs
  }
}

resource logsOfStaging 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: staging
  properties: {
    workspaceId: workspaceId
    logs: logs
  }
}

output name string = site.name
output host string = site.properties.defaultHostName
output stagingHost string = staging.properties.defaultHostName
output domainVerificationId string = site.properties.customDomainVerificationId
