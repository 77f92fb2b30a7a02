// What the server is in Entra ID: site and slot have it, and the app registration trusts it. No secret anywhere.
param name string
param location string
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
output name string = identity.name
output principalId string = identity.properties.principalId
