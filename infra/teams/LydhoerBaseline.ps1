<#
.SYNOPSIS
    What the two scripts beside this one share: what the baseline is, what was found, how it is mended.

.DESCRIPTION
    Dot-sourced; does nothing by itself. A finding says what was looked at, what was found, what is wanted, and
    holds the command that mends it. Reading is all that making a finding does.
#>

function Test-LydhoerSession {
    <# .SYNOPSIS Whether the module is there and somebody is signed in; says what is missing. #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()

    if ($null -eq (Get-Command -Name 'Get-CsTeamsMeetingPolicy' -ErrorAction SilentlyContinue)) {
        Write-Warning 'The module MicrosoftTeams is missing: Install-Module MicrosoftTeams, then Connect-MicrosoftTeams.'
        return $false
    }
    try {
        $null = Get-CsTenant
        return $true
    }
    catch {
        Write-Warning 'Nobody is signed in: run Connect-MicrosoftTeams as a Teams administrator.'
        return $false
    }
}

function Get-LydhoerPolicyName {
    <# .SYNOPSIS The name of a policy, without the "Tag:" that Teams puts before it. #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true)]
        [string] $Identity
    )

    return ($Identity -replace '^Tag:', '')
}

function New-LydhoerFinding {
    <# .SYNOPSIS One thing that was looked at. Changes nothing: it only makes the object. #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory = $true)] [string] $What,
        [Parameter(Mandatory = $true)] [string] $Target,
        [Parameter(Mandatory = $true)] [string] $Action,
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Found,
        [Parameter(Mandatory = $true)] [string] $Wanted,
        [Parameter(Mandatory = $true)] [scriptblock] $Repair
    )

    return [pscustomobject]@{
        What    = $What
        Target  = $Target
        Action  = $Action
        Found   = $Found
        Wanted  = $Wanted
        IsRight = ($Found -eq $Wanted)
        Repair  = $Repair
    }
}

function Get-LydhoerMeetingFinding {
    <# .SYNOPSIS What a meeting policy says of recording, transcription and automatic recording. #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Policy,
        [switch] $KeepTranscription
    )

    $now = Get-CsTeamsMeetingPolicy -Identity $Policy
    New-LydhoerFinding -What "meeting policy '$Policy', AllowCloudRecording" -Target $Policy -Action 'AllowCloudRecording off' `
        -Found "$($now.AllowCloudRecording)" -Wanted 'False' `
        -Repair { Set-CsTeamsMeetingPolicy -Identity $Policy -AllowCloudRecording $false }.GetNewClosure()
    if (-not $KeepTranscription) {
        New-LydhoerFinding -What "meeting policy '$Policy', AllowTranscription" -Target $Policy -Action 'AllowTranscription off' `
            -Found "$($now.AllowTranscription)" -Wanted 'False' `
            -Repair { Set-CsTeamsMeetingPolicy -Identity $Policy -AllowTranscription $false }.GetNewClosure()
    }
    New-LydhoerFinding -What "meeting policy '$Policy', AutoRecording" -Target $Policy -Action 'AutoRecording disabled' `
        -Found "$($now.AutoRecording)" -Wanted 'Disabled' `
        -Repair { Set-CsTeamsMeetingPolicy -Identity $Policy -AutoRecording 'Disabled' }.GetNewClosure()
}

function Get-LydhoerCallingFinding {
    <# .SYNOPSIS What a calling policy says of recording calls. #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Policy
    )

    $now = Get-CsTeamsCallingPolicy -Identity $Policy
    New-LydhoerFinding -What "calling policy '$Policy', AllowCloudRecordingForCalls" -Target $Policy -Action 'AllowCloudRecordingForCalls off' `
        -Found "$($now.AllowCloudRecordingForCalls)" -Wanted 'False' `
        -Repair { Set-CsTeamsCallingPolicy -Identity $Policy -AllowCloudRecordingForCalls $false }.GetNewClosure()
}

function Get-LydhoerAccessFinding {
    <# .SYNOPSIS Whether the access policy names Lydhør, and whether it has been granted. #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $AppId,
        [Parameter(Mandatory = $true)] [string] $Policy,
        [string[]] $Organiser = @()
    )

    $existing = @(Get-CsApplicationAccessPolicy | Where-Object { (Get-LydhoerPolicyName -Identity $_.Identity) -eq $Policy })
    if ($existing.Count -eq 0) {
        $found = 'missing'
        $repair = { $null = New-CsApplicationAccessPolicy -Identity $Policy -AppIds $AppId -Description 'Lydhør: lydoptagelse af møder' }.GetNewClosure()
    }
    else {
        $found = if (@($existing[0].AppIds) -contains $AppId) { 'names the app' } else { 'does not name the app' }
        $repair = { Set-CsApplicationAccessPolicy -Identity $Policy -AppIds @{ Add = $AppId } }.GetNewClosure()
    }
    New-LydhoerFinding -What "access policy '$Policy'" -Target $Policy -Action "name the app $AppId" `
        -Found $found -Wanted 'names the app' -Repair $repair

    if ($Organiser.Count -eq 0) {
        $granted = @(Get-CsApplicationAccessPolicy -Identity 'Global' -ErrorAction SilentlyContinue)
        $everybody = ($granted.Count -gt 0) -and (@($granted[0].AppIds) -contains $AppId)
        New-LydhoerFinding -What "access policy '$Policy', the whole organisation" -Target 'Global' -Action "grant $Policy" `
            -Found $(if ($everybody) { 'granted' } else { 'not granted' }) -Wanted 'granted' `
            -Repair { Grant-CsApplicationAccessPolicy -PolicyName $Policy -Global }.GetNewClosure()
        return
    }
    foreach ($person in $Organiser) {
        $user = Get-CsOnlineUser -Identity $person
        $theirs = Get-LydhoerPolicyName -Identity "$($user.ApplicationAccessPolicy)"
        New-LydhoerFinding -What "access policy '$Policy', organiser $person" -Target $person -Action "grant $Policy" `
            -Found $(if ($theirs -eq $Policy) { 'granted' } else { 'not granted' }) -Wanted 'granted' `
            -Repair { Grant-CsApplicationAccessPolicy -PolicyName $Policy -Identity $person }.GetNewClosure()
    }
}

function Get-LydhoerFinding {
    <# .SYNOPSIS Everything the baseline is made of, as it stands now. #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $AppId,
        [Parameter(Mandatory = $true)] [string[]] $MeetingPolicy,
        [Parameter(Mandatory = $true)] [string[]] $CallingPolicy,
        [Parameter(Mandatory = $true)] [string] $AccessPolicy,
        [string[]] $Organiser = @(),
        [switch] $KeepTranscription
    )

    foreach ($policy in $MeetingPolicy) {
        Get-LydhoerMeetingFinding -Policy $policy -KeepTranscription:$KeepTranscription
    }
    foreach ($policy in $CallingPolicy) {
        Get-LydhoerCallingFinding -Policy $policy
    }
    Get-LydhoerAccessFinding -AppId $AppId -Policy $AccessPolicy -Organiser $Organiser
}
