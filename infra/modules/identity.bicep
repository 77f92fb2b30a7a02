// The server's identity in Entra ID. Site and slot use it, and the app registration trusts it, so no secret is needed.
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
