// Identity of GitHub Actions deployments: separate from the server's, with permissions on the site only.
param name string
param location string
param tags object
param siteName string

@description('Subjects of GitHub tokens, such as repo:contoso@1/addin@2:environment:production')
param subjects array

// Website Contributor, for packages and swaps. It can read the app settings, which contain no secret.
var deployerRole = 'de139f84-1756-47ae-9be6-808fbbe84772'

// One per cloud: "Workload identity federation", Microsoft Entra.
var audience = environment().name == 'AzureUSGovernment'
  ? 'api://AzureADTokenExchangeUSGov'
  : environment().name == 'AzureChinaCloud' ? 'api://AzureADTokenExchangeChina' : 'api://AzureADTokenExchange'

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: siteName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

// Entra ID rejects concurrent changes.
@batchSize(1)
resource trust 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for (subject, index) in subjects: {
    parent: identity
    name: 'github-${index}'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: subject
      audiences: [audience]
    }
  }
]

resource rights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(site.id, identity.id, deployerRole)
  scope: site
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', deployerRole)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output clientId string = identity.properties.clientId
