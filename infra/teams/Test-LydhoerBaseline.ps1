<#
.SYNOPSIS
    Checks the tenant's baseline for Lydhør. Changes nothing.

.DESCRIPTION
    Reads what Set-LydhoerBaseline.ps1 sets, and besides which other meeting policies still let people record:
    recording needs leave of both the organiser and whoever starts it. Who has which policy is not read. A policy
    that Microsoft keeps from being changed stays WRONG: see to it that nobody has it, and name the others with
    -MeetingPolicy and -CallingPolicy.

    Exit codes: 0 everything is as wanted, 1 something is not, 3 not signed in or the module is missing.

.PARAMETER AppId
    Lydhør's app id in Entra (the setting MicrosoftAppId).

.PARAMETER MeetingPolicy
    The Teams meeting policies to check. Without any, all of them are checked.

.PARAMETER CallingPolicy
    The Teams calling policies to check. Without any, all of them are checked.

.PARAMETER AccessPolicy
    The name of the application access policy.

.PARAMETER Organiser
    Object ids of organisers who must have the access policy. Without any, the organisation must.

.PARAMETER KeepTranscription
    AllowTranscription may be on, for a municipality whose profile keeps it.

.PARAMETER AsJson
    Write the findings as JSON.

.EXAMPLE
    ./Test-LydhoerBaseline.ps1 -AppId "<MicrosoftAppId>"
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$')]
    [string] $AppId,

    [string[]] $MeetingPolicy = @(),

    [string[]] $CallingPolicy = @(),

    [string] $AccessPolicy = 'Lydhoer',

    [string[]] $Organiser = @(),

    [switch] $KeepTranscription,

    [switch] $AsJson
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. (Join-Path $PSScriptRoot 'LydhoerBaseline.ps1')

if (-not (Test-LydhoerSession)) {
    exit 3
}

if ($MeetingPolicy.Count -eq 0) {
    $MeetingPolicy = @(Get-CsTeamsMeetingPolicy | ForEach-Object { Get-LydhoerPolicyName -Identity $_.Identity })
}
if ($CallingPolicy.Count -eq 0) {
    $CallingPolicy = @(Get-CsTeamsCallingPolicy | ForEach-Object { Get-LydhoerPolicyName -Identity $_.Identity })
}

$findings = @(Get-LydhoerFinding -AppId $AppId -MeetingPolicy $MeetingPolicy -CallingPolicy $CallingPolicy -AccessPolicy $AccessPolicy -Organiser $Organiser -KeepTranscription:$KeepTranscription)
$wrong = @($findings | Where-Object { -not $_.IsRight })

if ($AsJson) {
    $findings | Select-Object -Property @('What', 'Target', 'Found', 'Wanted', 'IsRight') | ConvertTo-Json -Depth 3
}
else {
    foreach ($finding in $findings) {
        $mark = if ($finding.IsRight) { 'right' } else { 'WRONG' }
        Write-Output "${mark}: $($finding.What): is $($finding.Found), wanted $($finding.Wanted)"
    }
    Write-Output "$($wrong.Count) of $($findings.Count) are not as wanted."
}

if ($wrong.Count -gt 0) {
    exit 1
}
exit 0
