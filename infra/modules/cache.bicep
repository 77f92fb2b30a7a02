// Azure Managed Redis. The server signs in as its managed identity; access keys are off.
param name string
param location string
param tags object
param vaultName string
param workspaceId string

@description('Object (principal) id of the identity that the server runs as.')
param principalId string

@description('True: reachable through a private endpoint only.')
param privateOnly bool

@secure()
param cacheKeys string

@description('Balanced_B0 is the smallest. An entry has 3 to 10 kB.')
param skuName string = 'Balanced_B0'

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName
}

resource cluster 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: skuName }
  properties: {
    minimumTlsVersion: '1.2'
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    // A lost entry costs only another token exchange; a replica would double the price.
    highAvailability: 'Disabled'
  }
}

resource tokens 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = {
  parent: cluster
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    // OSSCluster would redirect clients to other nodes, which the server does not support.
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'VolatileTTL'
    accessKeysAuthentication: 'Disabled'
    port: 10000
  }
}

resource access 'Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments@2025-07-01' = {
  parent: tokens
  name: 'server'
  properties: {
    accessPolicyName: 'default'
    user: { objectId: principalId }
  }
}

resource keys 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: 'cache-keys'
  properties: {
    value: cacheKeys
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: tokens
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'ConnectionEvents', enabled: true }]
  }
}

output id string = cluster.id
output url string = 'rediss://${principalId}@${cluster.properties.hostName}:10000'
