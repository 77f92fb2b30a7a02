// PostgreSQL for the preferences. The server signs in with a password, so its address is a secret.
param name string
param location string
param tags object
param vaultName string

@secure()
param password string

@description('Standard_B1ms is the smallest, of the tier Burstable.')
param skuName string = 'Standard_B1ms'
param skuTier string = 'Burstable'

var login = 'addin'
var databaseName = 'addin'

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName
}

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
    administratorLogin: login
    administratorLoginPassword: password
    authConfig: {
      activeDirectoryAuth: 'Disabled'
      passwordAuth: 'Enabled'
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
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {
  parent: server
  name: databaseName
  properties: {
    charset: 'UTF8'
  }
}

// 0.0.0.0 stands for services within Azure, of any customer: the password and TLS protect it. docs/deploy.md has more.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2025-08-01' = {
  parent: server
  name: 'from-azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
  // The server takes one change at a time.
  dependsOn: [database]
}

resource address 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: 'database-url'
  properties: {
    value: 'postgres://${login}:${uriComponent(password)}@${server.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'
  }
}
