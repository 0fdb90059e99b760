<#
.SYNOPSIS
    Sets the tenant's baseline for Lydhør: no recording and no transcription in Teams, and access to meetings.

.DESCRIPTION
    Brings three things into the shape that Lydhør builds on, and changes nothing that is right already:

    - the meeting policy: no cloud recording, no transcription, no automatic recording
    - the calling policy: no cloud recording of calls
    - the application access policy that names Lydhør, granted to the organisation or to named organisers

    Live captions are a setting of their own (LiveCaptionsEnabledType) and are left alone.
    Run it with -WhatIf first: it then says what it would change and changes nothing.
    It needs the module MicrosoftTeams and a signed-in Teams administrator (Connect-MicrosoftTeams).

    Exit codes: 0 everything is as wanted (also after -WhatIf with nothing to change), 1 something failed,
    2 something still differs, because of -WhatIf or because a change was declined, 3 not signed in or the
    module is missing.

.PARAMETER AppId
    Lydhør's app id in Entra (the setting MicrosoftAppId).

.PARAMETER MeetingPolicy
    The Teams meeting policies to set. Every policy that an organiser or anybody who may press Record has.

.PARAMETER CallingPolicy
    The Teams calling policies to set.

.PARAMETER AccessPolicy
    The name of the application access policy.

.PARAMETER Organiser
    Object ids of organisers to grant the access policy to. Without any it is granted to the organisation.

.PARAMETER KeepTranscription
    Leave AllowTranscription as it is, for a municipality whose profile keeps it.

.EXAMPLE
    ./Set-LydhoerBaseline.ps1 -AppId "<MicrosoftAppId>" -WhatIf
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$')]
    [string] $AppId,

    [string[]] $MeetingPolicy = @('Global'),

    [string[]] $CallingPolicy = @('Global'),

    [string] $AccessPolicy = 'Lydhoer',

    [string[]] $Organiser = @(),

    [switch] $KeepTranscription
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. (Join-Path $PSScriptRoot 'LydhoerBaseline.ps1')

if (-not (Test-LydhoerSession)) {
    exit 3
}

$left = @()
$failed = 0

foreach ($finding in Get-LydhoerFinding -AppId $AppId -MeetingPolicy $MeetingPolicy -CallingPolicy $CallingPolicy -AccessPolicy $AccessPolicy -Organiser $Organiser -KeepTranscription:$KeepTranscription) {
    if ($finding.IsRight) {
        Write-Output "right:  $($finding.What)"
        continue
    }
    Write-Output "change: $($finding.What): is $($finding.Found), becomes $($finding.Wanted)"
    if (-not $PSCmdlet.ShouldProcess($finding.Target, $finding.Action)) {
        $left += $finding
        continue
    }
    try {
        & $finding.Repair
        Write-Output "done:   $($finding.What)"
    }
    catch {
        $failed++
        Write-Error -Message "failed: $($finding.What): $($_.Exception.Message)" -ErrorAction Continue
    }
}

if ($left.Count -gt 0) {
    Write-Output "$($left.Count) still differ; these were not changed:"
    foreach ($finding in $left) {
        Write-Output "left:   $($finding.What): is $($finding.Found), wanted $($finding.Wanted)"
    }
}
if ($failed -gt 0) {
    Write-Output "$failed failed: the baseline does not stand."
    exit 1
}
if ($left.Count -gt 0) {
    exit 2
}
Write-Output 'The baseline stands. Policies reach everybody within some hours; an access policy within 30 minutes.'
exit 0
