// PostgreSQL for the preferences. The server signs in as its managed identity; passwords are off.
param name string
param location string
param tags object
param workspaceId string

@description('Object (principal) id and name of the identity that the server runs as.')
param principalId string
param principalName string

@description('True: reachable through a private endpoint only.')
param privateOnly bool

@description('Standard_B1ms is the smallest, of the tier Burstable.')
param skuName string = 'Standard_B1ms'
param skuTier string = 'Burstable'

var databaseName = 'addin'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: skuName
    tier: skuTier
  }
  properties: {
    version: '17'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    storage: {
      storageSizeGB: 32
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
    highAvailability: { mode: 'Disabled' }
    network: { publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {
  parent: server
  name: databaseName
  properties: {
    charset: 'UTF8'
  }
}

// The PostgreSQL user has the name of the identity. It creates the tables, so it needs more than read access.
resource administrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: principalId
  properties: {
    principalType: 'ServicePrincipal'
    principalName: principalName
    tenantId: tenant().tenantId
  }
  // The server accepts one change at a time.
  dependsOn: [database]
}

// 0.0.0.0 allows Azure services of any customer. They still need a token of the identity above.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2025-08-01' = if (!privateOnly) {
  parent: server
  name: 'from-azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
  dependsOn: [administrator]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: server
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'PostgreSQLLogs', enabled: true }]
  }
}

output id string = server.id
output url string = 'postgres://${principalName}@${server.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'
