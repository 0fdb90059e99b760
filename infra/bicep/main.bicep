// Lydhør in one resource group: the single-tenant Azure bot with its Teams channel, and the app as a
// container with a managed identity, a key vault for its secrets and a PostgreSQL nobody else reaches.
//   az deployment group create --resource-group <group> --template-file main.bicep --parameters main.bicepparam
// The app registration (botAppId) is made beforehand, by hand or script: infra/README.md.
targetScope = 'resourceGroup'

@description('Short name all resources are called by, for example lydhoer-prod.')
@minLength(3)
@maxLength(18)
param name string

param location string = resourceGroup().location

@description('Application (client) id of the bot\'s single-tenant app registration.')
param botAppId string

@description('Tenant of the municipality.')
param tenantId string = tenant().tenantId

@description('Image of the bot, with its digest: <registry>/lydhoer@sha256:…')
param image string

@description('Name of the container registry in this resource group that holds the image.')
param registryName string

@description('Host name Teams reaches the app on. Empty: the one Azure gives the container app.')
param publicHost string = ''

@description('Profile in guidelines/.')
param municipality string = 'frederiksberg'

@secure()
@description('Client secret of the app registration.')
param botSecret string

@secure()
@description('ENCRYPTION_KEYS: name:base64 of 32 bytes, the first seals.')
param encryptionKeys string

@secure()
@minLength(24)
@description('METRICS_TOKEN: what the monitoring reads /metrics with. Nobody else can.')
param metricsToken string

@secure()
@description('The departments file (YAML): who decides in each unit.')
param departments string

@secure()
@minLength(24)
@description('Password of the database user. Letters and digits only, as it becomes part of an address.')
param databasePassword string

param postgresVersion string = '18'
param minReplicas int = 1
param maxReplicas int = 3

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${name}-id'
    location: location
    registryName: registryName
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: '${name}-db'
    location: location
    version: postgresVersion
    password: databasePassword
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseZoneId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${name}-${uniqueString(resourceGroup().id)}', 24)
    location: location
    tenantId: tenantId
    readerPrincipalId: identity.outputs.principalId
    appSubnetId: network.outputs.appSubnetId
    botSecret: botSecret
    encryptionKeys: encryptionKeys
    metricsToken: metricsToken
    departments: departments
    databaseUrl: 'postgresql+psycopg://lydhoer:${databasePassword}@${database.outputs.host}:5432/lydhoer?sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt'
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    registryServer: identity.outputs.registryServer
    identityId: identity.outputs.id
    subnetId: network.outputs.appSubnetId
    vaultUri: vault.outputs.uri
    botAppId: botAppId
    tenantId: tenantId
    municipality: municipality
    publicHost: publicHost
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-bot'
    appId: botAppId
    tenantId: tenantId
    endpoint: 'https://${app.outputs.host}/api/messages'
  }
}

@description('Set this as PUBLIC_URL when the Teams package is built.')
output publicUrl string = 'https://${app.outputs.host}'
