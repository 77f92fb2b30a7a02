// A virtual network for the site and its private endpoints. Created only with PRIVATE_NETWORK=true.
param name string
param location string
param tags object

@description('Address space of the network. It must not overlap with networks that you peer with it.')
param addressSpace string = '10.117.0.0/24'

@description('App Service needs a subnet of at least /28 that nothing else uses; /26 leaves room for scaling.')
param siteSubnetSpace string = '10.117.0.0/26'
param endpointSubnetSpace string = '10.117.0.64/27'

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
    subnets: [
      {
        name: 'site'
        properties: {
          addressPrefix: siteSubnetSpace
          delegations: [
            {
              name: 'app-service'
              properties: { serviceName: 'Microsoft.Web/serverFarms' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: endpointSubnetSpace
        }
      }
    ]
  }
}

output id string = network.id
output siteSubnetId string = '${network.id}/subnets/site'
output endpointSubnetId string = '${network.id}/subnets/endpoints'
