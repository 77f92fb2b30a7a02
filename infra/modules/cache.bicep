// Azure Managed Redis. The server signs in with an access key (docs/scale-out.md), so its address is a secret.
param name string
param location string
param tags object
param vaultName string

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
    publicNetworkAccess: 'Enabled'
    // What is lost is exchanged anew: a copy would double the price for nothing.
    highAvailability: 'Disabled'
  }
}

resource tokens 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = {
  parent: cluster
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    // With OSSCluster the client would be sent elsewhere, which it does not follow.
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'VolatileTTL'
    accessKeysAuthentication: 'Enabled'
    port: 10000
  }
}

resource address 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: 'cache-url'
  properties: {
    value: 'rediss://:${uriComponent(tokens.listKeys().primaryKey)}@${cluster.properties.hostName}:10000'
  }
}

resource keys 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: 'cache-keys'
  properties: {
    value: cacheKeys
  }
}
