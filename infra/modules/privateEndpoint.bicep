// Private address of a service in the virtual network, and the DNS zone that resolves the service's public name to it.
// Zones and group ids: "Azure Private Endpoint private DNS zone values" in Microsoft's Private Link documentation.
param name string
param location string
param tags object

@description('Resource id of the service.')
param serviceId string

@description('Part of the service: vault, redisEnterprise or postgresqlServer.')
@allowed(['vault', 'redisEnterprise', 'postgresqlServer'])
param groupId string

@description('Such as privatelink.vaultcore.azure.net. Other clouds differ.')
param zoneName string
param networkId string
param subnetId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: serviceId
          groupIds: [groupId]
        }
      }
    ]
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: 'network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: networkId }
  }
}

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: groupId
        properties: { privateDnsZoneId: zone.id }
      }
    ]
  }
}
