targetScope = 'subscription'

@description('Name of the azd environment, such as prod. Part of the names of all resources.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region, such as westeurope.')
@minLength(1)
param location string

@description('Where the add-in is served: https://addin.contoso.com, without a path.')
@minLength(9)
param addinOrigin string

@description('Application (client) id of the app registration.')
@minLength(36)
param clientId string

@description('Identity provider and tenant, as the setting AUTHORITY.')
param authority string

@description('Scopes of Microsoft Graph, separated by spaces, as the setting SCOPE.')
param scope string

@description('Ids of the tenants whose users are allowed, separated by commas. Empty: any organization.')
param allowedTenants string = ''

@description('App Service plan. Slots need Standard or Premium.')
@allowed(['S1', 'S2', 'S3', 'P0v3', 'P1v3', 'P2v3', 'P3v3'])
param planSku string = 'P0v3'

@description('Instances. More than one needs usePostgres, because the embedded database is for one process.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Major version of Node.js.')
@allowed(['22', '24'])
param nodeVersion string = '22'

@description('Azure Managed Redis: instances share their Graph tokens.')
param useRedis bool = false

@description('Azure Database for PostgreSQL: preferences that outlast a swap, and several instances.')
param usePostgres bool = false

@description('Keys that encrypt tokens in Redis, as the setting CACHE_KEYS. The hook creates them if useRedis is true.')
@secure()
param cacheKeys string = ''

@description('True: Redis, PostgreSQL and the vault can be reached only from a virtual network, which the site joins.')
param privateNetwork bool = false

@description('Subjects of GitHub tokens that may deploy, separated by commas: see docs/deploy.md. Empty: none.')
param githubSubjects string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var host = split(addinOrigin, '/')[2]
// App Service's default host starts with the name of the site.
var siteName = endsWith(host, '.azurewebsites.net') ? split(host, '.')[0] : 'addin-${token}'
var vaultName = 'vault${token}'
var usesNetwork = privateNetwork && (useRedis || usePostgres)
// Zones of the public cloud. Other clouds differ (docs/unverified.md).
var zones = {
  vault: 'privatelink.vaultcore.azure.net'
  redisEnterprise: 'privatelink.redis.azure.net'
  postgresqlServer: 'privatelink.postgres.database.azure.com'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'identity-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (usesNetwork) {
  name: 'network'
  scope: group
  params: {
    name: 'network-${token}'
    location: location
    tags: tags
  }
}

module vault 'modules/vault.bicep' = if (useRedis) {
  name: 'vault'
  scope: group
  params: {
    name: vaultName
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    privateOnly: usesNetwork
  }
}

module cache 'modules/cache.bicep' = if (useRedis) {
  name: 'cache'
  scope: group
  params: {
    name: 'cache-${token}'
    location: location
    tags: tags
    vaultName: vaultName
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.principalId
    privateOnly: usesNetwork
    cacheKeys: cacheKeys
  }
  dependsOn: [vault]
}

module database 'modules/database.bicep' = if (usePostgres) {
  name: 'database'
  scope: group
  params: {
    name: 'database-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.principalId
    principalName: identity.outputs.name
    privateOnly: usesNetwork
  }
}

module vaultEndpoint 'modules/privateEndpoint.bicep' = if (usesNetwork && useRedis) {
  name: 'vault-endpoint'
  scope: group
  params: {
    name: 'vault-endpoint-${token}'
    location: location
    tags: tags
    serviceId: vault!.outputs.id
    groupId: 'vault'
    zoneName: zones.vault
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module cacheEndpoint 'modules/privateEndpoint.bicep' = if (usesNetwork && useRedis) {
  name: 'cache-endpoint'
  scope: group
  params: {
    name: 'cache-endpoint-${token}'
    location: location
    tags: tags
    serviceId: cache!.outputs.id
    groupId: 'redisEnterprise'
    zoneName: zones.redisEnterprise
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module databaseEndpoint 'modules/privateEndpoint.bicep' = if (usesNetwork && usePostgres) {
  name: 'database-endpoint'
  scope: group
  params: {
    name: 'database-endpoint-${token}'
    location: location
    tags: tags
    serviceId: database!.outputs.id
    groupId: 'postgresqlServer'
    zoneName: zones.postgresqlServer
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module settings 'modules/settings.bicep' = {
  name: 'settings'
  scope: group
  params: {
    addinOrigin: addinOrigin
    clientId: clientId
    authority: authority
    scope: scope
    allowedTenants: allowedTenants
    managedIdentityClientId: identity.outputs.clientId
    insightsName: monitoring.outputs.insightsName
    vaultName: vaultName
    cacheUrl: useRedis ? cache!.outputs.url : ''
    databaseUrl: usePostgres ? database!.outputs.url : ''
  }
}

module site 'modules/site.bicep' = {
  name: 'site'
  scope: group
  params: {
    name: siteName
    location: location
    tags: tags
    planSku: planSku
    instances: usePostgres ? instances : 1
    nodeVersion: nodeVersion
    identityId: identity.outputs.id
    workspaceId: monitoring.outputs.workspaceId
    subnetId: usesNetwork ? network!.outputs.siteSubnetId : ''
    settings: settings.outputs.values
  }
  // The settings refer to these resources.
  dependsOn: [cache, database, vaultEndpoint, cacheEndpoint, databaseEndpoint]
}

module deployer 'modules/deployer.bicep' = if (!empty(githubSubjects)) {
  name: 'deployer'
  scope: group
  params: {
    name: 'deployer-${token}'
    location: location
    tags: tags
    siteName: site.outputs.name
    subjects: split(githubSubjects, ',')
  }
}

output RESOURCE_GROUP string = group.name
output SITE_NAME string = site.outputs.name
output SITE_HOST string = site.outputs.host
output STAGING_HOST string = site.outputs.stagingHost
output DOMAIN_VERIFICATION_ID string = site.outputs.domainVerificationId
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output DEPLOYER_CLIENT_ID string = empty(githubSubjects) ? '' : deployer!.outputs.clientId
