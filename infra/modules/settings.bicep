// Settings of the server (docs/settings.md) and of App Service. Contains no secrets, only references to them.
param addinOrigin string
param clientId string
param authority string
param scope string
param allowedTenants string
param managedIdentityClientId string
param insightsName string
param vaultName string

@description('Address of Redis, with the identity as the user and no password. Empty: none.')
param cacheUrl string

@description('Address of PostgreSQL, with the identity as the user and no password. Empty: none.')
param databaseUrl string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var server = {
  NODE_ENV: 'production'
  // App Service terminates TLS and sets PORT.
  TLS: 'off'
  ADDIN_ORIGIN: addinOrigin
  CLIENT_ID: clientId
  MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId
  AUTHORITY: authority
  ALLOWED_TENANTS: allowedTenants
  SCOPE: scope
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
}

var platform = {
  WEBSITE_RUN_FROM_PACKAGE: '1'
  // Runs exactly what was tested: no build on the server.
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  // New instances, and a slot before a swap, receive requests only after this path answers.
  WEBSITE_WARMUP_PATH: '/readyz'
  WEBSITE_WARMUP_STATUSES: '200'
  WEBSITE_SWAP_WARMUP_PING_PATH: '/readyz'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
  // Seconds. The server drains for at most 25; App Service's default limit is 5.
  WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
}

var redis = {
  CACHE_URL: cacheUrl
  CACHE_AUTH: 'managed-identity'
  CACHE_KEYS: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=cache-keys)'
}

var postgres = {
  DATABASE_URL: databaseUrl
  DATABASE_AUTH: 'managed-identity'
}

// The only writable, persistent folder. Each slot has its own, and a swap exchanges them.
var embedded = {
  DATABASE_DIR: '/home/data/preferences'
}

output values object = union(server, platform, empty(cacheUrl) ? {} : redis, empty(databaseUrl) ? embedded : postgres)
