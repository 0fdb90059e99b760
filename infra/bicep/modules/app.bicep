// The app: a container that only speaks https to the outside and reads its secrets from the key vault.
param name string
param location string
param image string
param registryServer string
param identityId string
param subnetId string
param vaultUri string
param botAppId string
param tenantId string
param municipality string
param publicHost string
param minReplicas int
param maxReplicas int

@description('Networks of the ingress: the app subnet, and the range Container Apps keeps for itself.')
param trustedProxies string = '10.40.0.0/23,100.64.0.0/10'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    retentionInDays: 30
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-env'
  location: location
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

var host = empty(publicHost) ? '${name}.${environment.properties.defaultDomain}' : publicHost

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    managedEnvironmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        {
          name: 'bot-secret'
          keyVaultUrl: '${vaultUri}secrets/bot-secret'
          identity: identityId
        }
        {
          name: 'encryption-keys'
          keyVaultUrl: '${vaultUri}secrets/encryption-keys'
          identity: identityId
        }
        {
          name: 'metrics-token'
          keyVaultUrl: '${vaultUri}secrets/metrics-token'
          identity: identityId
        }
        {
          name: 'database-url'
          keyVaultUrl: '${vaultUri}secrets/database-url'
          identity: identityId
        }
        {
          name: 'departments'
          keyVaultUrl: '${vaultUri}secrets/departments'
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      volumes: [
        {
          name: 'departments'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'departments'
              path: 'departments.yaml'
            }
          ]
        }
      ]
      containers: [
        {
          name: 'bot'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            {
              name: 'MicrosoftAppType'
              value: 'SingleTenant'
            }
            {
              name: 'MicrosoftAppId'
              value: botAppId
            }
            {
              name: 'MicrosoftAppTenantId'
              value: tenantId
            }
            {
              name: 'MicrosoftAppPassword'
              secretRef: 'bot-secret'
            }
            {
              name: 'ENCRYPTION_KEYS'
              secretRef: 'encryption-keys'
            }
            {
              name: 'METRICS_TOKEN'
              secretRef: 'metrics-token'
            }
            {
              name: 'DATABASE_URL'
              secretRef: 'database-url'
            }
            {
              name: 'DEPARTMENTS'
              value: '/etc/lydhoer/departments.yaml'
            }
            {
              name: 'MUNICIPALITY'
              value: municipality
            }
            {
              // where the environment's own ingress stands; nothing else reaches the port
              name: 'TRUSTED_PROXIES'
              value: trustedProxies
            }
            {
              name: 'PUBLIC_URL'
              value: 'https://${host}'
            }
          ]
          volumeMounts: [
            {
              volumeName: 'departments'
              mountPath: '/etc/lydhoer'
            }
          ]
          probes: [
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 30
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
      }
    }
  }
}

output host string = host
